#pragma once
// Which web map a table of places was taken from, by the columns and type texts that only its answers have.

#include "gis/io/source/vector_source.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fieldgap {

struct MapMaker
{
    std::string name; ///< Amap, Baidu, Tencent
    gis::WebDatum datum{};
    std::string signs; ///< such as `typecode, adname`
};

/// Two of its columns, or one and its type texts (科教文化服务;学校;小学), or these alone in half of the rows.
std::optional<MapMaker> map_maker_of(const gis::TableSample& table);

/// All that is known of makers, for the documentation: name, datum, columns and type texts.
struct MakerWords
{
    std::string_view name;
    gis::WebDatum datum;
    std::string_view columns; ///< parted by spaces, as `heading_key` has them
    std::string_view types;   ///< beginnings of type texts, parted by spaces
};
std::span<const MakerWords> maker_words();

} // namespace fieldgap
