#include "domain/seats/estate_walks.hpp"

#include "domain/seats/estate_entry.hpp"
#include "domain/walk/no_entry.hpp"
#include "domain/walk/touching.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/routes/walk_line.hpp"
#include "gis/walking/nearest_search.hpp"

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
    constexpr double rounding_s = 1.0;
    constexpr double readings_s = 15.0 * seconds_per_minute;
    constexpr double slowest = 3.0;
    const bool is_plain = walking.slope_factor.empty() && settings.walk.crossing_s == 0.0 && settings.walk.steps_factor == 1.0;
    const double plain_s = longest_limit_m(settings.estates) / settings.walk.speed_m_per_min * seconds_per_minute;
    return is_plain ? plain_s + rounding_s : std::max(readings_s, plain_s * slowest);
}

bool comes_before(const EstateWalk& a, const EstateWalk& b)
{
    return std::tuple(a.estate, a.school) < std::tuple(b.estate, b.school);
}

bool has_any(const std::vector<bool>& sites)
{
    return std::find(sites.begin(), sites.end(), true) != sites.end();
}

/// Looks for schools from estates: for all that are near, then for the nearest wherever it is.
class SchoolSearch
{
public:
    SchoolSearch(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, Routes routes, EstateWalks& found)
        : schools_(schools), streets_(*analysed.walking.streets), of_school_(analysed.results.reach.access_points.of_school), found_(found),
          limits_(limits_of(analysed.settings.walk, routes)),
          seconds_(gis::arc_seconds(streets_, limits_.pace, analysed.walking.slope_factor)), times_(streets_, seconds_, limits_.pace)
    {
        found_.access_points = joined_to_leave(gis::EdgeIndex(streets_), times_, found_.entries, analysed.settings.walk.snap_m);
        for (std::size_t s = 0; s < schools.size(); ++s) {
            const PerStage<bool>& takes_in = schools[s].seats.takes_in;
            is_target_.push_back(takes_in[Stage::primary] || takes_in[Stage::junior]);
            is_open_target_.push_back(is_target_[s] && analysed.city.schools[s].phase == SchoolPhase::open);
        }
    }

    const std::vector<bool>& targets() const { return is_target_; }

    /// `touching_sites` stand by estate, then school: such a pair takes the place of the same pair walked.
    void look_near(double limit_s, double keep_m, const std::vector<TouchingPair>& touching_sites)
    {
        limits_.limit_s = limit_s;
        found_.walks = gis::walks_within(streets_, seconds_, found_.access_points, of_school_, limits_, {nullptr, &is_target_, false});
        auto next = touching_sites.begin();
        for (std::uint32_t i = 0; i < found_.walks.walk.size(); ++i) {
            const gis::Walk& walk = found_.walks.walk[i];
            const EstateWalk walked{walk.source, SchoolIndex(walk.target), walk.metres, walk.seconds, limits_.routes ? i : without_route};
            for (; next != touching_sites.end() && !comes_before(walked, touching_walk(*next)); ++next) {
                add(touching_walk(*next), keep_m);
            }
            if (found_.near.empty() || comes_before(found_.near.back(), walked)) {
                add(walked, keep_m);
            }
        }
        for (; next != touching_sites.end(); ++next) {
            add(touching_walk(*next), keep_m);
        }
        if (!limits_.routes) {
            found_.walks = {};
        }
    }

    /// At any distance, for the estates that have found no open school of a stage yet.
    void look_on()
    {
        for (const Stage stage : compulsory_stages) {
            const std::vector<bool> looking = without_nearest(stage);
            const std::vector<bool> wanted = open_targets(stage);
            if (!has_any(looking) || !has_any(wanted)) {
                continue;
            }
            for (const gis::Walk& walk : gis::nearest_walks(times_, found_.access_points, looking, of_school_, wanted)) {
                found_.nearest[walk.source][stage] =
                    EstateWalk{walk.source, SchoolIndex(walk.target), walk.metres, walk.seconds, without_route};
            }
        }
    }

private:
    static gis::ReachSettings limits_of(const WalkSettings& walk, Routes routes)
    {
        gis::ReachSettings limits;
        limits.pace = {walk.speed_m_per_min, walk.crossing_s, walk.steps_factor};
        limits.slack_m = slack_m;
        limits.routes = routes == Routes::kept;
        return limits;
    }

    std::vector<bool> without_nearest(Stage stage) const
    {
        std::vector<bool> estates(found_.entries.size());
        for (std::size_t e = 0; e < estates.size(); ++e) {
            estates[e] = !found_.access_points.of(e).empty() && !found_.nearest[e][stage];
        }
        return estates;
    }

    std::vector<bool> open_targets(Stage stage) const
    {
        std::vector<bool> schools(schools_.size());
        for (std::size_t s = 0; s < schools.size(); ++s) {
            schools[s] = is_open_target_[s] && schools_[s].seats.takes_in[stage];
        }
        return schools;
    }

    static EstateWalk touching_walk(const TouchingPair& pair) { return {pair.a, SchoolIndex(pair.b), 0.0, 0.0, touching}; }

    /// Walks come in their order.
    void add(const EstateWalk& walk, double keep_m)
    {
        note_nearest(walk);
        if (walk.walk_m <= keep_m + slack_m) {
            found_.near.push_back(walk);
        }
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
    gis::WalkTimes times_; ///< of these seconds
    std::vector<bool> is_target_, is_open_target_;
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

EstateWalks walks_to_schools(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, std::span<const Estate> estates,
                             Routes routes)
{
    const WalkNetworkView& walking = analysed.walking;
    const Settings& settings = analysed.settings;
    EstateWalks walks;
    walks.estates = estates;
    walks.catchments = catchment_schools(analysed, schools, estates);
    walks.entries = estate_entries(estates, analysed.city.gates);
    walks.nearest.resize(estates.size());
    if (walking.streets != nullptr && !estates.empty()) {
        SchoolSearch search(analysed, schools, routes, walks);
        const std::vector<bool> every_estate(estates.size(), true);
        search.look_near(
            first_limit_s(walking, settings), longest_limit_m(settings.estates),
            touching_pairs({walks.entries, every_estate}, {analysed.results.reach.entries.of_school, search.targets()}, false));
        search.look_on();
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
