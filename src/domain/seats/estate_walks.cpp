#include "domain/seats/estate_walks.hpp"

#include "domain/seats/estate_entry.hpp"
#include "domain/walk/no_entry.hpp"
#include "domain/walk/touching.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/network/walk_line.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

constexpr double seconds_per_minute = 60.0;
constexpr double slack_m = 0.001;

double longest_limit_m(const EstateSettings& settings)
{
    return std::max(settings.max_walk_m[Stage::primary], settings.max_walk_m[Stage::junior]);
}

/// Seconds within which every walk of the first search lies.
double first_limit_s(const WalkNetworkView& walking, const Settings& settings)
{
    constexpr double readings_s = 15.0 * seconds_per_minute;
    constexpr double slowest = 3.0;
    const bool is_plain = walking.slope_factor.empty() && settings.walk.crossing_s == 0.0 && settings.walk.steps_factor == 1.0;
    const double plain_s = longest_limit_m(settings.estates) / settings.walk.speed_m_per_min * seconds_per_minute;
    return std::max(readings_s, plain_s * (is_plain ? 1.0 : slowest));
}

bool comes_before(const EstateWalk& a, const EstateWalk& b)
{
    return std::tuple(a.estate, a.school) < std::tuple(b.estate, b.school);
}

/// Looks for schools from estates, farther and farther.
class SchoolSearch
{
public:
    SchoolSearch(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, EstateWalks& found)
        : schools_(schools), streets_(*analysed.walking.streets), of_school_(analysed.results.reach.access_points.of_school), found_(found)
    {
        const Settings& settings = analysed.settings;
        limits_.pace = {settings.walk.speed_m_per_min, settings.walk.crossing_s, settings.walk.steps_factor};
        limits_.slack_m = slack_m;
        seconds_ = gis::arc_seconds(streets_, limits_.pace, analysed.walking.slope_factor);
        for (std::size_t s = 0; s < schools.size(); ++s) {
            const PerStage<bool>& takes_in = schools[s].seats.takes_in;
            is_target_.push_back(takes_in[Stage::primary] || takes_in[Stage::junior]);
            is_open_target_.push_back(is_target_[s] && analysed.city.schools[s].phase == SchoolPhase::open);
            for (const Stage stage : compulsory_stages) {
                is_offered_[stage] = is_offered_[stage] || (is_open_target_[s] && takes_in[stage]);
            }
        }
    }

    const std::vector<bool>& targets() const { return is_target_; }

    void look_near(double limit_s, double keep_m, const std::vector<TouchingPair>& touching_sites)
    {
        limits_.limit_s = limit_s;
        found_.walks = gis::walks_within(streets_, seconds_, found_.access_points, of_school_, limits_, {nullptr, &is_target_, false});
        std::vector<EstateWalk> all;
        for (const TouchingPair& pair : touching_sites) {
            all.push_back({pair.a, SchoolIndex(pair.b), 0.0, 0.0, touching});
        }
        for (std::uint32_t i = 0; i < found_.walks.walk.size(); ++i) {
            const gis::Walk& walk = found_.walks.walk[i];
            all.push_back({walk.source, SchoolIndex(walk.target), walk.metres, walk.seconds, i});
        }
        // A pair that touches stands before the same pair walked, and is the one that stays.
        std::stable_sort(all.begin(), all.end(), comes_before);
        const auto is_same = [](const EstateWalk& a, const EstateWalk& b) { return a.estate == b.estate && a.school == b.school; };
        all.erase(std::unique(all.begin(), all.end(), is_same), all.end());
        for (const EstateWalk& walk : all) {
            note_nearest(walk);
            if (walk.walk_m <= keep_m + slack_m) {
                found_.near.push_back(walk);
            }
        }
    }

    /// False when nobody looks any longer.
    bool look_on(double limit_s)
    {
        std::vector<bool> looks(found_.entries.size());
        for (std::size_t e = 0; e < looks.size(); ++e) {
            looks[e] = !found_.access_points.of(e).empty() && !has_all(found_.nearest[e]);
        }
        if (std::none_of(looks.begin(), looks.end(), [](bool one) { return one; })) {
            return false;
        }
        limits_.limit_s = limit_s;
        limits_.routes = false;
        const gis::Walks walks =
            gis::walks_within(streets_, seconds_, found_.access_points, of_school_, limits_, {&looks, &is_open_target_, false});
        for (const gis::Walk& walk : walks.walk) {
            note_nearest({walk.source, SchoolIndex(walk.target), walk.metres, walk.seconds, without_route});
        }
        return true;
    }

private:
    bool has_all(const PerStage<std::optional<EstateWalk>>& nearest) const
    {
        return std::all_of(compulsory_stages.begin(), compulsory_stages.end(),
                           [&](Stage stage) { return nearest[stage].has_value() || !is_offered_[stage]; });
    }

    void note_nearest(const EstateWalk& walk)
    {
        for (const Stage stage : compulsory_stages) {
            std::optional<EstateWalk>& best = found_.nearest[walk.estate][stage];
            if (is_open_target_[index(walk.school)] && schools_[index(walk.school)].seats.takes_in[stage] &&
                (!best || std::tuple(walk.walk_s, walk.school) < std::tuple(best->walk_s, best->school))) {
                best = walk;
            }
        }
    }

    std::span<const SchoolStanding> schools_;
    const gis::WalkNetwork& streets_;
    const gis::SiteAccesses& of_school_;
    EstateWalks& found_;
    gis::ReachSettings limits_;
    std::vector<float> seconds_;
    std::vector<bool> is_target_, is_open_target_;
    PerStage<bool> is_offered_{};
};

void index_by_estate(EstateWalks& walks)
{
    walks.first.assign(walks.entries.size() + 1, 0);
    for (const EstateWalk& walk : walks.near) {
        ++walks.first[walk.estate + 1];
    }
    for (std::size_t e = 1; e < walks.first.size(); ++e) {
        walks.first[e] += walks.first[e - 1];
    }
}

} // namespace

gis::Point place_of(const Estate& estate)
{
    return estate.ground.empty() ? estate.at.value_or(gis::Point()) : gis::inner_point(estate.ground);
}

EstateWalks walks_to_schools(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, std::span<const Estate> estates)
{
    const WalkNetworkView& walking = analysed.walking;
    const Settings& settings = analysed.settings;
    EstateWalks walks;
    walks.estates = estates;
    walks.catchments = catchment_schools(analysed, schools, estates);
    walks.entries = estate_entries(estates, analysed.city.gates);
    walks.nearest.resize(estates.size());
    if (walking.streets != nullptr && !estates.empty()) {
        walks.access_points = joined(gis::EdgeIndex(*walking.streets), walks.entries, settings.walk.snap_m);
        SchoolSearch search(analysed, schools, walks);
        const double near_s = first_limit_s(walking, settings);
        const std::vector<bool> every_estate(estates.size(), true);
        search.look_near(
            near_s, longest_limit_m(settings.estates),
            touching_pairs({walks.entries, every_estate}, {analysed.results.reach.entries.of_school, search.targets()}, false));
        constexpr double whole_earth_s = 1e9;
        for (const double limit_s : {near_s * 4.0, near_s * 16.0, whole_earth_s}) {
            if (!search.look_on(limit_s)) {
                break;
            }
        }
    }
    index_by_estate(walks);
    return walks;
}

void report_no_entry(const AnalysedCity& analysed, const EstateWalks& walks, std::string_view layer, Findings& findings)
{
    if (analysed.walking.streets == nullptr) {
        return;
    }
    NoEntry no_entry(*analysed.walking.streets, analysed.settings.walk.snap_m);
    for (std::size_t e = 0; e < walks.access_points.site_count(); ++e) {
        if (walks.access_points.of(e).empty()) {
            const Estate& estate = walks.estates[e];
            findings.push_back(no_entry.of(layer, estate.id, estate.ground, all_points(walks.entries[e])));
        }
    }
}

bool is_within_limit(const EstateWalk& walk, Stage stage, const EstateSettings& settings)
{
    return walk.walk_m <= settings.max_walk_m[stage] + slack_m;
}

gis::Line route_of(const AnalysedCity& analysed, const EstateWalks& walks, const EstateWalk& walk)
{
    const Reach& reach = analysed.results.reach;
    if (walk.walk == touching) {
        const auto own = all_points(walks.entries[walk.estate]);
        const auto of_school = all_points(reach.entries.of_school[index(walk.school)]);
        return touching_line(own, of_school, own.empty() ? gis::Point() : own.front());
    }
    return gis::walk_line(*analysed.walking.streets, walks.walks, walks.walks.walk[walk.walk], walks.access_points,
                          reach.access_points.of_school);
}

} // namespace fieldgap
