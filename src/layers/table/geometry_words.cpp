#include "layers/table/geometry_words.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;

struct Said
{
    std::string_view word;
    Text text;
};

/// GEOS' TopologyValidationError, and what is found before it is asked.
constexpr std::array reasons = {
    Said{"Topology Validation Error", Text::shape_topology_error},
    Said{"Repeated Point", Text::shape_repeated_point},
    Said{"Hole lies outside shell", Text::shape_hole_outside},
    Said{"Holes are nested", Text::shape_holes_nested},
    Said{"Interior is disconnected", Text::shape_interior_parted},
    Said{"Self-intersection", Text::shape_self_intersection},
    Said{"Ring Self-intersection", Text::shape_ring_self_intersection},
    Said{"Nested shells", Text::shape_nested_shells},
    Said{"Duplicate Rings", Text::shape_duplicate_rings},
    Said{"Too few points in geometry component", Text::shape_too_few_points},
    Said{"Invalid Coordinate", Text::shape_invalid_coordinate},
    Said{"Ring is not closed", Text::shape_ring_open},
    Said{"coordinates are not finite", Text::shape_not_finite},
    Said{"a hole lies around the outer ring", Text::shape_inside_out},
    Said{"a ring is not closed or has under four points", Text::shape_ring_broken},
    Said{"too few points", Text::shape_few_points},
    Said{"no area", Text::shape_no_area},
};

constexpr std::array problems = {
    Said{"", Text::shape_none},
    Said{"empty", Text::shape_empty},
    Said{"not_finite", Text::shape_problem_not_finite},
    Said{"at_zero", Text::shape_at_zero},
    Said{"outside_crs", Text::shape_outside_crs},
    Said{"curve", Text::shape_curve},
    Said{"collection", Text::shape_collection},
    Said{"multipoint", Text::shape_multipoint},
};

template <class List>
std::string in_words(std::string_view word, const List& list)
{
    const auto said = std::find_if(list.begin(), list.end(), [&](const Said& one) { return one.word == word; });
    return said == list.end() ? std::string(word) : words::translate(said->text);
}

} // namespace

std::string repair_reason_in_words(std::string_view reason, std::string_view if_empty)
{
    return in_words(reason.empty() ? if_empty : reason, reasons);
}

std::string geometry_problem_in_words(std::string_view problem)
{
    return in_words(problem, problems);
}

} // namespace fieldgap
