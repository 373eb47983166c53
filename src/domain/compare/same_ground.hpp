#pragma once
// Schools that stand on the same ground, or on a part of it.

#include "domain/compare/compared_result.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// Positions in two lists of schools.
struct SchoolPair
{
    std::uint32_t before = 0;
    std::uint32_t after = 0;
};

/// Of these schools those that are the same one, each once at most: their grounds share at least half of the larger one, or they have one
/// name and are within 100 m. What is most alike goes first, of one ground those of one name.
std::vector<SchoolPair> same_schools(std::span<const ComparedSchool> before, std::span<const ComparedSchool> after,
                                     const std::vector<std::uint32_t>& of_before, const std::vector<std::uint32_t>& of_after);

/// For each of these schools of the first list the main school of the second one in whose ground most of its own lies, half of it at least;
/// without ground its point. `before` is the position in the first list.
std::vector<SchoolPair> grounds_inside(std::span<const ComparedSchool> inner, std::span<const ComparedSchool> outer,
                                       const std::vector<std::uint32_t>& of_inner);

} // namespace fieldgap
