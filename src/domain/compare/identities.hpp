#pragma once
// Which schools of two results are the same ones, and which became one or several.

#include "domain/compare/compared_result.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// Main schools that belong together, by their positions, ascending: one and one as a rule, several where they merged or were split; no
/// `olds` where the school is new, no `news` where it is gone.
struct SchoolGroup
{
    std::vector<std::uint32_t> olds, news;

    bool is_simple() const { return olds.size() + news.size() == 1 || (olds.size() == 1 && news.size() == 1); }
};

struct Identities
{
    std::vector<SchoolGroup> groups;
    std::vector<std::optional<std::uint32_t>> heir_of_old; ///< by position: the new school that an old one went on as; branches have none
};

/// By id first, of main schools and branches (an id `#ROW` counts only with the same name); then, one to one, by ground (half of the larger
/// one at least) or by name within 100 m; then into what they were merged, and out of what they were split: where at least half of the
/// ground of the one (without ground its point) lies in that of the other.
Identities identities(std::span<const ComparedSchool> olds, std::span<const ComparedSchool> news);

} // namespace fieldgap
