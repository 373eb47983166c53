#include "domain/gap/open_channels.hpp"

namespace fieldgap {
namespace {

bool counts_for(CountsFor rule, const School& school)
{
    return rule == CountsFor::every_school || (rule == CountsFor::dense_schools && school.dense);
}

} // namespace

bool is_open_to(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    return measured.settings.channels[channel].on &&
           counts_for(measured.settings.standard.regime.channels[channel], measured.city.schools[school]);
}

ExactArea possible_on_campus(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    double sum_m2 = 0.0;
    if (is_open_to(measured, channel, school)) {
        for (const SchoolIndex row : measured.owns.rows_of_main[school]) {
            const School& one = measured.city.schools[index(row)];
            sum_m2 += (channel == Channel::basement ? one.basement_usable_m2 : one.expand_possible_m2).value_or(0.0);
        }
    }
    return ExactArea::rounded(gis::SquareMetres(sum_m2));
}

} // namespace fieldgap
