#include "domain/ground/own_figures.hpp"

#include "domain/ground/supply.hpp"

namespace fieldgap {

std::optional<double> official_in_place_of_drawn(const School& row, FieldKind kind, const Standard& standard)
{
    return standard.area_source == AreaSource::official ? official_m2(row, kind) : std::nullopt;
}

bool counts_for(const School& main, FieldKind kind, const Standard& standard)
{
    return kind != FieldKind::special || standard.regime.special_ground == CountsFor::every_school || main.dense;
}

} // namespace fieldgap
