#include "domain/city/school_ids.hpp"

namespace fieldgap {

SchoolIds::SchoolIds(std::span<const School> schools)
{
    for (std::size_t s = 0; s < schools.size(); ++s) {
        index_of_.emplace(schools[s].id, SchoolIndex(s));
    }
    for (std::size_t s = 0; s < schools.size(); ++s) {
        for (const std::string& alias : schools[s].aliases) {
            index_of_.emplace(alias, SchoolIndex(s));
        }
    }
}

std::optional<SchoolIndex> SchoolIds::find(std::string_view id) const
{
    const auto it = index_of_.find(id);
    return it == index_of_.end() ? std::nullopt : std::optional(it->second);
}

} // namespace fieldgap
