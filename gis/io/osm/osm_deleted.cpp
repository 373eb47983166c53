#include "gis/io/osm/osm_deleted.hpp"

#include "gis/interrupt.hpp"

#include <osmium/io/any_compression.hpp>
#include <osmium/io/file.hpp>

#include <expat.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

namespace gis {
namespace {

/// Hands out the text of the file, piece by piece, until `take` has enough.
void each_piece(const std::string& path, const std::string& format, const std::function<bool(const std::string&)>& take)
{
    const osmium::io::File file(path, format);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor == -1) {
        return;
    }
    const auto text = osmium::io::CompressionFactory::instance().create_decompressor(file.compression(), descriptor);
    for (std::string piece = text->read(); !piece.empty() && take(piece); piece = text->read()) {
        throw_if_interrupted();
    }
}

/// Whether the word stands in it at all: few files are to be read twice.
bool holds_word(const std::string& path, const std::string& format, std::string_view word)
{
    bool found = false;
    std::string end_of_last;
    each_piece(path, format, [&](const std::string& piece) {
        found = piece.find(word) != std::string::npos || (end_of_last + piece.substr(0, word.size())).find(word) != std::string::npos;
        end_of_last = piece.substr(piece.size() - std::min(piece.size(), word.size()));
        return !found;
    });
    return found;
}

std::optional<OsmKind> kind_of(std::string_view element)
{
    constexpr std::array<std::string_view, 3> names = {"node", "way", "relation"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (element == names[i]) {
            return static_cast<OsmKind>(i);
        }
    }
    return std::nullopt;
}

void note_element(void* parser, const XML_Char* name, const XML_Char** attributes)
{
    const auto kind = kind_of(name);
    std::optional<std::int64_t> id;
    bool is_deleted = false;
    for (; kind && *attributes != nullptr; attributes += 2) {
        const std::string_view key = attributes[0];
        const std::string_view value = attributes[1];
        is_deleted = is_deleted || (key == "action" && value == "delete");
        if (key == "id") {
            id = std::strtoll(attributes[1], nullptr, 10);
        }
    }
    if (is_deleted && id) {
        static_cast<std::set<OsmObjectId>*>(XML_GetUserData(static_cast<XML_Parser>(parser)))->emplace(*kind, *id);
    }
}

/// OSM files declare no entities; what does is left to the reader, which refuses it.
void stop_at_entity(void* parser, const XML_Char* /*name*/, int /*is_parameter*/, const XML_Char* /*value*/, int /*length*/,
                    const XML_Char* /*base*/, const XML_Char* /*system*/, const XML_Char* /*publisher*/, const XML_Char* /*notation*/)
{
    XML_StopParser(static_cast<XML_Parser>(parser), XML_FALSE);
}

} // namespace

std::set<OsmObjectId> deleted_in_editor(const std::string& path, const std::string& format)
{
    std::set<OsmObjectId> deleted;
    if (!format.starts_with("osm") || !holds_word(path, format, "delete")) {
        return deleted;
    }
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), &XML_ParserFree);
    XML_SetUserData(parser.get(), &deleted);
    XML_SetStartElementHandler(parser.get(), &note_element);
    XML_UseParserAsHandlerArg(parser.get());
    XML_SetEntityDeclHandler(parser.get(), &stop_at_entity);
    each_piece(path, format, [&](const std::string& piece) {
        return XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), XML_FALSE) == XML_STATUS_OK;
    });
    return deleted;
}

} // namespace gis
