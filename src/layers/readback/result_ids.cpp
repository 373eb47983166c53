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
    const std::uint32_t school = position_of(school_of_id_, id, layer, "schools");
    const ComparedSchool& found = result_.schools[school];
    const auto parent = school_of_id_.find(found.parent_id);
    return found.is_main() || parent == school_of_id_.end() ? school : parent->second;
}

std::optional<std::uint32_t> ResultIds::main_if_there(const std::string& id) const
{
    return school_of_id_.contains(id) ? std::optional(main_of(id, "")) : std::nullopt;
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
