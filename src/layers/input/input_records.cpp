#include "layers/input/input_records.hpp"

#include "gis/io/source/file_digest.hpp"
#include "layers/osm/osm_rows.hpp"

#include <string_view>

namespace fieldgap {
namespace {

std::size_t used_rows(const UsedRows& used, Role role)
{
    const auto rows = used.of_role.find(role);
    return rows == used.of_role.end() ? 0 : rows->second;
}

std::size_t left_out_of(std::string_view layer, const Findings& findings)
{
    std::size_t sum = 0;
    for (const Finding& finding : findings) {
        sum += finding.layer == layer ? finding.rows_left_out : 0U;
    }
    return sum;
}

/// Gates, and outlines that came with their schools, are rows where they are used; so are fields and venues of different files.
std::size_t osm_rows(const gis::OsmFile& file, const InputRecord& record, const Config& config, const InputFiles& files,
                     const UsedRows& used, const Findings& findings)
{
    switch (record.role) {
    case Role::schools: return osm_school_rows(file.features);
    case Role::campuses: return osm_of(files, config, Role::schools) == &file ? record.used : osm_campus_rows(file.features);
    case Role::venues:
        if (osm_of(files, config, Role::fields) == &file) {
            return osm_ground_rows(file.features) - used_rows(used, Role::fields) - left_out_of("fields", findings);
        }
        break;
    case Role::districts: return osm_district_rows(file.features, config.inputs.at(Role::districts).admin_level.value_or(0));
    case Role::residential: return osm_estate_rows(file.features);
    case Role::network: return used.street_rows;
    default: break;
    }
    return record.used + record.left_out;
}

} // namespace

std::optional<Table> table_of(Role role, const Config& config, const InputFiles& files, CityInput& into)
{
    const auto it = files.layers.find(role);
    if (it == files.layers.end()) {
        return std::nullopt;
    }
    return std::optional<Table>(std::in_place, role, config.inputs.at(role), it->second, &into.plane, into.findings);
}

std::vector<InputRecord> input_records(const Config& config, const InputFiles& files, const UsedRows& used, const Findings& findings)
{
    std::vector<InputRecord> records;
    for (const auto& [role, named] : config.inputs) {
        InputRecord record{role, named.written_path, {}, {}, {}, 0, used_rows(used, role), left_out_of(name_of(role), findings), {}};
        if (const auto digest = files.digests.find(paths_of(named)); digest != files.digests.end()) {
            record.digest = digest->second;
        }
        if (const auto layer = files.layers.find(role); layer != files.layers.end()) {
            const gis::VectorLayer& read = layer->second;
            record.layer = read.name;
            record.crs = read.crs_authority.empty() ? read.crs_name : read.crs_authority;
            record.encoding = read.encoding;
            record.rows = read.features.size() + (read.table ? read.table->left_out.size() : 0U);
        } else if (const auto* file = osm_of(files, config, role)) {
            record.crs = "EPSG:4326";
            record.encoding = "UTF-8";
            record.rows = osm_rows(*file, record, config, files, used, findings);
        }
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace fieldgap
