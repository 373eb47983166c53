#include "gis/io/vector/layer_wholeness.hpp"

#include "gis/error.hpp"
#include "gis/io/base/archive.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/sqlite_pages.hpp"
#include "gis/io/vector/json_text.hpp"
#include "gis/io/vector/mapinfo_parts.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace gis {
namespace {

using words::Text;
using words::translate;

using Missing = std::optional<std::string>;

Missing fewer_than(std::uint64_t declared, const LayerRead& read)
{
    return read.rows < declared ? Missing(translate(Text::damage_rows, {read.rows, declared})) : std::nullopt;
}

Missing missing_of_declared(const LayerRead& read)
{
    return fewer_than(static_cast<std::uint64_t>(std::max<GIntBig>(read.layer.GetFeatureCount(), 0)), read);
}

Missing missing_of_json(const LayerRead& read)
{
    if (read.json == nullptr) {
        return std::nullopt;
    }
    const GeoJsonText& text = *read.json;
    return text.line_of_more != 0 ? Missing(translate(Text::damage_row_text, {text.line_of_more}))
                                  : fewer_than(text.features.value_or(0), read);
}

Missing missing_of_lines(const LayerRead& read)
{
    const JsonLines lines = json_lines(read.file);
    return lines.odd != 0 ? Missing(translate(Text::damage_row_text, {lines.odd})) : fewer_than(lines.records, read);
}

/// The .dbf may name more rows than the .shx lists; GDAL goes by the latter.
Missing missing_of_shapefile(const LayerRead& read)
{
    constexpr std::uint64_t head_bytes = 100;
    constexpr std::uint64_t bytes_of_place = 8;
    VSIStatBufL status{};
    std::string head;
    for (const char* ending : {".dbf", ".DBF"}) {
        head = head.empty() ? bytes_of(std::filesystem::path(read.file).replace_extension(ending).string(), 8) : head;
    }
    for (const char* ending : {".shx", ".SHX"}) {
        const std::string index = std::filesystem::path(read.file).replace_extension(ending).string();
        if (head.size() == 8 && VSIStatL(index.c_str(), &status) == 0) {
            std::uint64_t records = 0;
            for (std::size_t i = 8; i-- > 4;) {
                records = records << 8U | static_cast<unsigned char>(head[i]);
            }
            const std::uint64_t listed =
                (std::max<std::uint64_t>(static_cast<std::uint64_t>(status.st_size), head_bytes) - head_bytes) / bytes_of_place;
            return listed < records ? Missing(translate(Text::damage_rows, {listed, records})) : std::nullopt;
        }
    }
    return std::nullopt;
}

Missing missing_of_sqlite(const LayerRead& read)
{
    const auto fault = page_fault(read.file, read.is_immutable, read.layer.GetName());
    return fault ? Missing(translate(Text::damage_pages, {read.layer.GetName(), *fault})) : std::nullopt;
}

struct Check
{
    std::string_view driver;
    Missing (*missing)(const LayerRead& read);
};
constexpr std::array<Check, 8> checks = {{{"FlatGeobuf", missing_of_declared},
                                          {"OpenFileGDB", missing_of_declared},
                                          {"GeoJSON", missing_of_json},
                                          {"GeoJSONSeq", missing_of_lines},
                                          {"MapInfo File", [](const LayerRead& read) { return missing_of_mapinfo(read.file, read.rows); }},
                                          {"ESRI Shapefile", missing_of_shapefile},
                                          {"GPKG", missing_of_sqlite},
                                          {"SQLite", missing_of_sqlite}}};

} // namespace

bool ends_at_failures(const std::string& driver)
{
    constexpr std::array<std::string_view, 5> drivers = {"GPX", "DXF", "XLSX", "XLS", "ODS"};
    return std::find(drivers.begin(), drivers.end(), driver) != drivers.end();
}

void check_is_whole(const LayerRead& read, const VectorSource& source)
{
    const auto fail = [&source](const std::string& why) {
        throw Error(translate(Text::source_damaged, {source.role, shown(source), why}));
    };
    if (read.messages.failed() &&
        (ends_at_failures(read.driver) || read.rows == 0 || read.layer.GetFeatureCount() != static_cast<GIntBig>(read.rows))) {
        fail(read.messages.first_failure());
    }
    const auto check = std::find_if(checks.begin(), checks.end(), [&](const Check& one) { return one.driver == read.driver; });
    if (check == checks.end() || is_remote(source.path)) {
        return;
    }
    if (const Missing missing = check->missing(read)) {
        fail(*missing);
    }
}

} // namespace gis
