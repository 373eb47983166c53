#include "layers/input/input_records.hpp"

#include "gis/io/source/file_digest.hpp"
#include "layers/osm/osm_rows.hpp"

#include <string_view>

namespace fieldgap {
namespace {

/// Counts the rows of the inputs. Borrows all it is given.
class RowCount
{
public:
    RowCount(const Config& config, const InputFiles& files, const UsedRows& used, const Findings& findings)
        : config_(config), files_(files), used_(used), findings_(findings)
    {
    }

    InputRecord record_of(Role role, const InputSpec& named) const
    {
        InputRecord record{role, named.written_path, {}, {}, {}, 0, used_rows(role), left_out_of(name_of(role)), digest_of(named)};
        record.rows = rows_of(record);
        if (const auto layer = files_.layers.find(role); layer != files_.layers.end()) {
            record.layer = layer->second.name;
            record.crs = layer->second.crs_authority.empty() ? layer->second.crs_name : layer->second.crs_authority;
            record.encoding = layer->second.encoding;
        } else if (osm(role) != nullptr) {
            record.crs = "EPSG:4326";
            record.encoding = "UTF-8";
        }
        return record;
    }

private:
    const gis::OsmFile* osm(Role role) const
    {
        const auto named = config_.inputs.find(role);
        const auto file = named == config_.inputs.end() ? files_.osm.end() : files_.osm.find(named->second.source.path);
        return file == files_.osm.end() ? nullptr : &file->second;
    }

    gis::FileDigest digest_of(const InputSpec& named) const
    {
        const auto digest = files_.digests.find(named.source.path);
        return digest == files_.digests.end() ? gis::FileDigest() : digest->second;
    }

    std::size_t used_rows(Role role) const
    {
        const auto rows = used_.of_role.find(role);
        return rows == used_.of_role.end() ? 0 : rows->second;
    }

    std::size_t left_out_of(std::string_view layer) const
    {
        std::size_t sum = 0;
        for (const Finding& finding : findings_) {
            sum += finding.layer == layer ? finding.rows_left_out : 0U;
        }
        return sum;
    }

    std::size_t rows_of(const InputRecord& record) const
    {
        if (const auto layer = files_.layers.find(record.role); layer != files_.layers.end()) {
            const auto& table = layer->second.table;
            return layer->second.features.size() + (table ? table->left_out.size() : 0U);
        }
        const auto* file = osm(record.role);
        return file == nullptr ? 0 : osm_rows_of(*file, record);
    }

    /// Gates, and outlines that came with their schools, are rows where they are used; so are fields and venues of different files.
    std::size_t osm_rows_of(const gis::OsmFile& file, const InputRecord& record) const
    {
        switch (record.role) {
        case Role::schools: return osm_school_rows(file.features);
        case Role::campuses: return osm(Role::schools) == &file ? record.used : osm_campus_rows(file.features);
        case Role::venues:
            if (osm(Role::fields) == &file) {
                return osm_ground_rows(file.features) - used_rows(Role::fields) - left_out_of("fields");
            }
            break;
        case Role::districts: return osm_district_rows(file.features, config_.inputs.at(Role::districts).admin_level.value_or(0));
        case Role::residential: return osm_estate_rows(file.features);
        case Role::network: return used_.street_rows;
        default: break;
        }
        return record.used + record.left_out;
    }

    const Config& config_;
    const InputFiles& files_;
    const UsedRows& used_;
    const Findings& findings_;
};

} // namespace

std::vector<InputRecord> input_records(const Config& config, const InputFiles& files, const UsedRows& used, const Findings& findings)
{
    const RowCount count(config, files, used, findings);
    std::vector<InputRecord> records;
    for (const auto& [role, named] : config.inputs) {
        records.push_back(count.record_of(role, named));
    }
    return records;
}

} // namespace fieldgap
