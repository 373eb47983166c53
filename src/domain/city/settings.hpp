#pragma once
// What a planner may set: docs/rules.md section 3. The values here are its defaults.

#include "domain/city/date.hpp"
#include "domain/city/indicator.hpp"
#include "domain/city/stage.hpp"
#include "domain/city/stage_standard.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// A way to close a gap. The order here is the default order of config key `[allocation] order`.
enum class Channel : std::uint8_t { share, rent, basement, expand };

inline constexpr std::array<Channel, 4> all_channels = {Channel::share, Channel::rent, Channel::basement, Channel::expand};

constexpr std::string_view name_of(Channel channel)
{
    constexpr std::array<std::string_view, 4> names = {"share", "rent", "basement", "expand"};
    return names[static_cast<std::size_t>(channel)];
}

template <class T>
struct PerChannel
{
    std::array<T, 4> values{};

    constexpr T& operator[](Channel channel) { return values[static_cast<std::size_t>(channel)]; }
    constexpr const T& operator[](Channel channel) const { return values[static_cast<std::size_t>(channel)]; }
};

/// Which schools a channel (or special ground) counts for.
enum class CountsFor : std::uint8_t { every_school, dense_schools, no_school };

/// docs/rules.md rule 4: how a regime judges, as data.
struct Regime
{
    std::string_view name;
    CountsFor special_ground; ///< basement and roof grounds that exist
    PerChannel<CountsFor> channels;
    bool near_passes; ///< `near` is as good as `meets` for a district
};

inline constexpr Regime plan_regime = {
    "plan",
    CountsFor::every_school,
    {{CountsFor::every_school, CountsFor::every_school, CountsFor::every_school, CountsFor::every_school}},
    false};
inline constexpr Regime national_regime = {
    "national",
    CountsFor::dense_schools,
    {{CountsFor::no_school, CountsFor::dense_schools, CountsFor::dense_schools, CountsFor::every_school}},
    true};
inline constexpr std::array<Regime, 2> all_regimes = {plan_regime, national_regime};

/// How a school's ground is divided between its stages (docs/rules.md rule 3).
enum class Split : std::uint8_t { weights, required };
enum class AreaSource : std::uint8_t { official, drawn };

struct Standard
{
    Regime regime = plan_regime;
    Split split = Split::weights;
    AreaSource area_source = AreaSource::official;
    PerStage<std::optional<StageStandard>> of_stage = {{StageStandard::per_pupil(7.5), StageStandard::per_pupil(10.2), std::nullopt}};
    double floor = 0.85;
    PerStage<double> cv_limit = {{0.50, 0.45, 0.0}}; ///< senior is judged by no district figure
};

struct GroundSettings
{
    double nearest_campus_m = 50.0; ///< a school in no campus may take one without a school within this distance; 0: never
};

struct Limits
{
    PerStage<int> max_class_size = {{45, 50, 0}}; ///< senior: no limit
    int max_school_single = 2000;
    int max_school_combined = 2500;
};

struct WalkSettings
{
    double minutes = 10.0;
    double speed_m_per_min = 80.0;
    double snap_m = 100.0;
    double join_m = 0.01; ///< line layers: loose ends join what is so near
    double crossing_s = 0.0;
    double steps_factor = 1.0;
    bool slope = false;
    double area_buffer_m = 25.0;
    bool trunk_open = false;
    bool squares_by_outline = false; ///< squares are walked along their outline only, not across
    std::vector<double> speeds = {60.0, 66.7,
                                  80.0};       ///< m per minute, rising: at each the allocation is solved, to see what hangs on the pace
    std::vector<double> area_minutes = {10.0}; ///< rising: the walk areas that are drawn
    double link_max_m = 60.0;                  ///< the longest missing link that is looked for
};

struct ChannelSettings
{
    bool on = false;
    double cost_per_m2 = 0.0;                            ///< yuan per m2 and year
    std::optional<double> cap_m2;                        ///< of the whole city
    std::optional<double> min_lot_m2 = {};               ///< less of a giver than this is not worth a contract, but where it closes the gap
    std::optional<int> max_schools_per_venue = {};       ///< also of a sharing partner
    std::map<std::string, double> district_caps_m2 = {}; ///< by the name, else the id, of the giver's district
};

/// What the allocation makes the most of before it looks at cost and walking (docs/rules.md rule 10).
enum class Objective : std::uint8_t { area, schools, pupils, budget };

inline constexpr std::array<Objective, 4> all_objectives = {Objective::area, Objective::schools, Objective::pupils, Objective::budget};

constexpr std::string_view name_of(Objective objective)
{
    constexpr std::array<std::string_view, 4> names = {"area", "schools", "pupils", "budget"};
    return names[static_cast<std::size_t>(objective)];
}

struct AllocationSettings
{
    Objective objective = Objective::area;
    std::optional<double> budget_per_year;       ///< yuan, leases included: the limit of objective `budget`
    int max_nodes = 20000;                       ///< of one search over yes and no; what it leaves open is reported
    std::array<Channel, 4> order = all_channels; ///< breaks the ties that cost and walking leave
};

struct EstateSettings
{
    double persons_per_household = 2.8;
    PerStage<double> pupils_per_1000 = {{45.0, 22.0, 0.0}};
    PerStage<double> max_walk_m = {{500.0, 1000.0, 0.0}};
    bool planned_first = true;
};

/// How the enrolment of the city's schools grows or shrinks: config table `[projection]`.
struct ProjectionSettings
{
    PerStage<double> rate{};                ///< per year; -0.02 is two percent fewer every year
    std::optional<std::int64_t> first_year; ///< that of the enrolment; absent: nothing is projected
    std::optional<std::int64_t> until;      ///< the plan's last year
};

/// What a city's plan says: config table `[plan]`.
struct PlanSettings
{
    std::optional<Date> as_of;                        ///< the day by which leases are judged, before that of the register
    std::optional<Date> until;                        ///< the plan's last day
    std::optional<double> shortfall_m2;               ///< what it says is lacking
    PerChannel<std::optional<double>> booked_m2;      ///< what it expects of each channel
    std::map<std::string, double> districts_to_pass;  ///< by the year, of four digits: how many districts pass then
    std::map<std::string, double> hardship_districts; ///< by the name, else the id: factor of a district's transfers
    std::optional<double> rural_grounds_m2;           ///< hard ground of rural schools that is to be surfaced anew
    std::optional<double> rural_hard_before_m2;       ///< what was hard when the plan began
};

/// A quantity to which a plan gives years: one config table `[[programme]]`.
struct ProgrammeSettings
{
    std::string name;
    std::string unit;
    std::map<std::string, double> target; ///< by the year, of four digits
    std::map<std::string, double> done;   ///< likewise; a year that is absent is not known
    std::optional<double> total;
};

/// Where new venues would close most: config table `[new_venues]`.
struct NewVenueSettings
{
    int count = 1;                 ///< so many of the places are chosen
    std::optional<double> area_m2; ///< of a place whose row gives none; absent: its outline's
};

/// The strike-off register: config table `[register]`; its file is Config::register_file.
struct RegisterSettings
{
    std::optional<Date> as_of; ///< the day of the run
};

/// Thresholds of the seven indicators that are not those of the national method: config table `[indicators]`. That of sports_area_m2 is the
/// standard.
struct IndicatorSettings
{
    PerIndicator<PerStage<std::optional<double>>> thresholds;
};

struct Settings
{
    Standard standard;
    GroundSettings grounds;
    Limits limits;
    WalkSettings walk;
    PerChannel<ChannelSettings> channels;
    AllocationSettings allocation;
    EstateSettings estates;
    ProjectionSettings projection;
    PlanSettings plan;
    std::vector<ProgrammeSettings> programmes; ///< in the order of the config, each name once
    NewVenueSettings new_venues;
    IndicatorSettings indicators;
    RegisterSettings strike_off;

    /// The day of the run, where the config says it: that of the plan, else that of the register. No clock is read.
    std::optional<Date> day_of_run() const { return plan.as_of ? plan.as_of : strike_off.as_of; }

    /// Whether the allocation has something to decide by yes or no, so that a search may be cut off.
    bool is_searched() const
    {
        const bool counts_schools = allocation.objective == Objective::schools || allocation.objective == Objective::pupils;
        return counts_schools || std::any_of(channels.values.begin(), channels.values.end(), [](const ChannelSettings& channel) {
                   return channel.on && (channel.min_lot_m2.value_or(0.0) > 0.0 || channel.max_schools_per_venue);
               });
    }
};

} // namespace fieldgap
