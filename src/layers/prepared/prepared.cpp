#include "layers/prepared/prepared.hpp"

#include "gis/io/base/file_publication.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/prepared/binary_archive.hpp"
#include "words/words.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// Raised whenever what follows is laid out otherwise.
constexpr std::string_view first_line = "fieldgap prepared city 7\n";
constexpr std::string_view first_words = "fieldgap prepared city";

/// Finds damage, not malice. Eight bytes at a time, for the file may be large.
std::uint64_t checksum(std::string_view bytes)
{
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15U;
    std::uint64_t sum = bytes.size();
    for (std::size_t at = 0; at < bytes.size(); at += sizeof sum) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
        sum = (sum ^ word) * prime;
        sum ^= sum >> 32U;
    }
    return sum;
}

/// What a file must have been made of to be used.
struct Origin
{
    std::string version;
    std::string config_json;
    std::vector<std::string> stamps;  ///< of the inputs, in the order of the roles
    std::vector<std::string> digests; ///< of the same
};

Origin origin_of(std::string_view version, const Config& config, const std::vector<InputRecord>& inputs)
{
    Origin origin{std::string(version), config.as_json, {}, {}};
    for (const auto& [role, spec] : config.inputs) {
        origin.stamps.push_back(gis::file_stamp(paths_of(spec)));
    }
    for (const InputRecord& input : inputs) {
        origin.digests.push_back(input.digest.sha256);
    }
    return origin;
}

/// The input that is not what it was; empty where all are.
std::string changed_input(const Origin& origin, const Config& config)
{
    std::size_t i = 0;
    for (const auto& [role, spec] : config.inputs) {
        const std::string stamp = gis::file_stamp(paths_of(spec));
        const bool is_same = !stamp.empty() && i < origin.stamps.size() && i < origin.digests.size() &&
                             (stamp == origin.stamps[i] || gis::file_digest(paths_of(spec)).sha256 == origin.digests[i]);
        if (!is_same) {
            return spec.written_path;
        }
        ++i;
    }
    return {};
}

std::string bytes_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : 0;
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file ? bytes : std::string();
}

KnownCity city_of(BinaryReader& fetch)
{
    gis::Point centre;
    fetch(centre);
    if (!std::isfinite(centre.x) || !std::isfinite(centre.y)) {
        throw BinaryDamaged();
    }
    KnownCity known{{{}, gis::CityPlane(centre), {}, {}, {}, {}, {}}, {}};
    CityInput& input = known.input;
    fetch(input.city, input.streets, input.slope_factor, input.schools_crs, input.inputs, input.findings, input.extent, known.results);
    if (!fetch.is_at_end()) {
        throw BinaryDamaged();
    }
    borrow_again(input.city, known.results);
    return known;
}

PreparedCity prepared_of(const std::string& path, std::string_view body, std::string_view version, const Config& config)
{
    std::uint64_t sum = 0;
    BinaryReader head(body.substr(0, sizeof sum));
    head(sum);
    body.remove_prefix(sizeof sum);
    if (sum != checksum(body)) {
        throw BinaryDamaged();
    }
    BinaryReader fetch(body);
    Origin origin;
    fetch(origin.version);
    if (origin.version != version) {
        throw BinaryDamaged();
    }
    fetch(origin.config_json, origin.stamps, origin.digests);
    const std::string changed =
        origin.config_json != config.as_json ? translate(Text::prepared_config_changed) : changed_input(origin, config);
    if (!changed.empty()) {
        return {std::nullopt, translate(Text::prepared_stale, {path, changed})};
    }
    return {city_of(fetch), {}};
}

} // namespace

PreparedCity read_prepared(const std::string& path, std::string_view version, const Config& config)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return {};
    }
    // What is no file, such as a pipe, would be waited for.
    const std::string bytes = std::filesystem::is_regular_file(path, error) ? bytes_of(path) : std::string();
    if (!bytes.starts_with(first_words)) {
        throw gis::UsageError(translate(Text::prepared_foreign, {path}));
    }
    try {
        if (bytes.starts_with(first_line)) {
            return prepared_of(path, std::string_view(bytes).substr(first_line.size()), version, config);
        }
    } catch (const BinaryDamaged&) { // said below
    }
    return {std::nullopt, translate(Text::prepared_unreadable, {path})};
}

void write_prepared(const std::string& path, std::string_view version, const Config& config, const KnownCity& city)
{
    const CityInput& input = city.input;
    const Origin origin = origin_of(version, config, input.inputs);
    BinaryWriter body;
    body(origin.version, origin.config_json, origin.stamps, origin.digests, input.plane.centre(), input.city, input.streets,
         input.slope_factor, input.schools_crs, input.inputs, input.findings, input.extent, city.results);
    BinaryWriter sum;
    sum(checksum(body.bytes));
    const std::filesystem::path target(path);
    const gis::FolderBeside folder(target);
    const std::filesystem::path made = folder.path() / "prepared";
    gis::write_file(made, std::string(first_line) + sum.bytes + body.bytes);
    gis::sync_to_disk(made);
    gis::publish_files(folder, {{made, target}}, gis::Existing::replace);
}

} // namespace fieldgap
