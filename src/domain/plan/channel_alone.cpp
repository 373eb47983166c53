#include "domain/plan/channel_alone.hpp"

namespace fieldgap {
namespace {

Settings with_only(Channel channel, Settings settings)
{
    for (const Channel other : all_channels) {
        settings.channels[other].on = settings.channels[other].on && other == channel;
    }
    settings.channels[channel].min_lot_m2.reset();
    settings.channels[channel].max_schools_per_venue.reset();
    settings.allocation.objective = Objective::area;
    return settings;
}

} // namespace

ExactArea most_alone(const AnalysedCity& analysed, Channel channel)
{
    const Settings settings = with_only(channel, analysed.settings);
    std::vector<SchoolIndex> takers;
    for (std::size_t s = 0; s < analysed.city.schools.size(); ++s) {
        takers.push_back(SchoolIndex(s));
    }
    return max_closed(measured_city(analysed.city, analysed.results, settings), analysed.results.reach, takers);
}

} // namespace fieldgap
