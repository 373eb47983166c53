#include "layers/readback/result_ids.hpp"

#include "gis/error.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

namespace fieldgap {

using words::Text;

void ResultIds::add(Positions& positions, const std::string& layer, const std::string& id, std::size_t position) const
{
    if (!positions.emplace(id, static_cast<std::uint32_t>(position)).second) {
        throw gis::Error(words::translate(Text::diff_id_twice, {words::valid_utf8(file_.path()), layer, id}));
    }
}

std::uint32_t ResultIds::position_of(const Positions& positions, const std::string& id, const char* layer, const char* other) const
{
    const auto found = positions.find(id);
    if (found == positions.end()) {
        throw gis::Error(words::translate(Text::diff_id_unknown, {words::valid_utf8(file_.path()), layer, id, other}));
    }
    return found->second;
}

std::uint32_t ResultIds::main_of(const std::string& id, const char* layer) const
{
    std::uint32_t school = position_of(school_of_id_, id, layer, "schools");
    if (!result_.schools[school].is_main()) {
        school = position_of(school_of_id_, result_.schools[school].parent_id, layer, "schools");
    }
    if (!result_.schools[school].is_main()) {
        throw gis::Error(words::translate(Text::diff_id_unknown, {words::valid_utf8(file_.path()), layer, id, "schools"}));
    }
    return school;
}

std::optional<std::uint32_t> ResultIds::main_if_there(const std::string& id) const
{
    const auto found = school_of_id_.find(id);
    return found != school_of_id_.end() && result_.schools[found->second].is_main() ? std::optional(found->second) : std::nullopt;
}

std::uint32_t ResultIds::venue(const std::string& id, const char* layer) const
{
    return position_of(venue_of_id_, id, layer, "venues");
}

std::optional<std::uint32_t> ResultIds::venue_if_there(const std::string& id) const
{
    const auto found = venue_of_id_.find(id);
    return found == venue_of_id_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace fieldgap
