#include "gis/io/vector/vector_text.hpp"

#include "gis/error.hpp"
#include "gis/io/base/encoding.hpp"
#include "gis/io/base/encoding_detector.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace gis {
namespace {

/// Calls `visit(text)` for each heading and value.
template <class Visit>
void for_each_text(VectorLayer& layer, const Visit& visit)
{
    for (std::string& column : layer.columns) {
        visit(column);
    }
    for (VectorFeature& feature : layer.features) {
        for (std::optional<std::string>& value : feature.values) {
            if (value) {
                visit(*value);
            }
        }
    }
}

/// Latin-1 takes any bytes; where it makes control characters of them, they are the quotes and dashes of another encoding.
bool has_control_character(std::string_view utf8)
{
    for (std::size_t at = utf8.find('\xC2'); at != std::string_view::npos; at = utf8.find('\xC2', at + 1)) {
        if (at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) {
            return true;
        }
    }
    return false;
}

/// A declaration is believed unless part of the text cannot be in it.
bool can_be(VectorLayer& layer, const std::string& encoding)
{
    if (!is_known_encoding(encoding) || encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32")) {
        return false;
    }
    const Decoder decoder(encoding);
    bool possible = true;
    for_each_text(layer, [&](const std::string& text) {
        const auto decoded = possible ? decoder.strictly(text) : std::nullopt;
        possible = decoded && !has_control_character(*decoded);
    });
    return possible;
}

/// Well-formed UTF-8 of three bytes a letter happens by no accident in a whole file, while GBK and its kin take nearly any bytes.
bool has_three_byte_letter(VectorLayer& layer)
{
    bool has = false;
    for_each_text(layer, [&](const std::string& text) {
        has = has || std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
    });
    return has;
}

bool is_double_byte(const std::string& encoding)
{
    constexpr std::array names = {"GB18030", "BIG5", "CP932", "SHIFT_JIS", "SJIS", "EUC-JP", "EUC-KR", "CP949", "UHC"};
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return is_same_encoding(encoding, name); });
}

EncodingGuess detect_encoding(VectorLayer& layer)
{
    EncodingDetector judge;
    for_each_text(layer, [&](const std::string& text) { judge.add(text); });
    return judge.guess();
}

EncodingGuess encoding_of(VectorLayer& layer, const VectorSource& source, const std::string& declared)
{
    if (!source.encoding.empty() && has_raw_text(layer.driver)) {
        if (!is_known_encoding(source.encoding)) {
            throw Error(
                words::translate(words::Text::source_encoding_unknown, {source.role, words::valid_utf8(source.encoding), shown(source)}));
        }
        return {source.encoding, false};
    }
    const EncodingGuess guess = detect_encoding(layer);
    if (declared.empty() || !guess.guessed) {
        return guess;
    }
    const bool is_surely_utf8 =
        guess.encoding == "UTF-8" && !is_same_encoding(declared, "UTF-8") && (has_three_byte_letter(layer) || !is_double_byte(declared));
    if (can_be(layer, declared) && !is_surely_utf8) {
        return {declared, false};
    }
    layer.encoding_overruled = words::valid_utf8(declared);
    return guess;
}

} // namespace

void decode_text(VectorLayer& layer, const VectorSource& source, const std::string& declared)
{
    const EncodingGuess guess = encoding_of(layer, source, declared);
    layer.encoding = guess.encoding;
    layer.encoding_guessed = guess.guessed;
    layer.encoding_choices = guess.choices;
    const Decoder decoder(guess.encoding);
    for_each_text(layer, [&](std::string& text) { text = decoder(text); });
}

std::string declared_encoding(OGRLayer& layer, const std::string& driver)
{
    if (!has_raw_text(driver) || driver == "GeoJSON") {
        return "UTF-8";
    }
    const char* from_cpg = layer.GetMetadataItem("ENCODING_FROM_CPG", "SHAPEFILE");
    if (from_cpg != nullptr && *from_cpg != '\0') {
        return from_cpg;
    }
    const char* mark = layer.GetMetadataItem("LDID_VALUE", "SHAPEFILE");
    const char* from_mark = layer.GetMetadataItem("ENCODING_FROM_LDID", "SHAPEFILE");
    const bool says_nothing = from_mark == nullptr || (mark != nullptr && std::string_view(mark) == "87");
    return says_nothing ? "" : from_mark;
}

bool has_raw_text(const std::string& driver)
{
    constexpr std::array<std::string_view, 5> raw = {"ESRI Shapefile", "CSV", "GeoJSON", "MapInfo File", "DXF"};
    return std::find(raw.begin(), raw.end(), driver) != raw.end();
}

} // namespace gis
