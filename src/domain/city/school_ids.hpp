#pragma once
// Which school an id names.

#include "domain/city/city.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

namespace fieldgap {

/// By the ids of the schools, else by their aliases; the first in the list counts. Borrows the texts.
class SchoolIds
{
public:
    explicit SchoolIds(std::span<const School> schools);

    std::optional<SchoolIndex> find(std::string_view id) const;

private:
    std::unordered_map<std::string_view, SchoolIndex> index_of_;
};

} // namespace fieldgap
