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

} // namespace fieldgap
