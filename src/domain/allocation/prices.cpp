#include "domain/allocation/prices.hpp"

namespace fieldgap {

double price_of(const Venue& venue, const Settings& settings)
{
    return venue.price_per_m2.value_or(settings.channels[Channel::rent].cost_per_m2);
}

double cost_of(ExactArea area, double price_per_m2)
{
    return ExactArea::rounded(gis::SquareMetres(area.square_metres() * price_per_m2)).square_metres();
}

} // namespace fieldgap
