#include "verify/checks/check_reach.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::verify {
namespace {

constexpr double seconds_per_minute = 60.0;
constexpr double slack_m = 0.001;         ///< of the limit
constexpr double written = 0.0006;        ///< times and metres are written to 0.001
constexpr double added_up = 2e-5;         ///< of times that are sums of many short ones
constexpr double steepest_gain = 0.83945; ///< Tobler's function at its fastest, exp(-0.175)

/// Times and metres of a walk.
class WalkLimits
{
public:
    explicit WalkLimits(const Rules& rules) : rules_(rules) {}

    double most_s() const { return rules_.minutes * seconds_per_minute; }
    double seconds_of(double metres) const { return metres * seconds_per_minute / rules_.speed_m_per_min; }

    double least_s(double walk_m) const
    {
        return seconds_of(walk_m) * std::min(1.0, rules_.steps_factor) * (rules_.has_slope ? steepest_gain : 1.0);
    }

    /// Absent where it may climb.
    Number most_s(double walk_m, double crossings) const
    {
        return rules_.has_slope ? std::nullopt
                                : Number(seconds_of(walk_m) * std::max(1.0, rules_.steps_factor) + crossings * rules_.crossing_s);
    }

    double tolerance_s(double walk_s) const { return 2.0 * written + seconds_of(2.0 * written) + added_up * walk_s; }

private:
    const Rules& rules_;
};

} // namespace

Check check_reach(const Result& all)
{
    Check check("reach");
    const WalkLimits limits(all.rules());
    const double slack_s = limits.seconds_of(slack_m) + written;
    for (const LinkRow& link : all.links) {
        const Subject subject{link.from_school, link.to_id};
        if (!link.walk_s || !link.walk_m) {
            check.holds(false, Fault::missing, subject, "links.walk_s", "NULL", "links");
            continue;
        }
        const double tolerance_s = limits.tolerance_s(*link.walk_s);
        check.number_at_most(subject, "links.walk_s", *link.walk_s, "walk.minutes", limits.most_s(), slack_s, "s");
        check.number_at_least(subject, "links.walk_s", *link.walk_s, "walk_m / speed_m_per_min", limits.least_s(*link.walk_m), tolerance_s,
                              "s");
        if (const auto most_s = limits.most_s(*link.walk_m, link.crossings.value_or(0.0)); most_s && *link.walk_s > *most_s + tolerance_s) {
            check.number_at_most(subject, "links.walk_s", *link.walk_s, "walk_m / speed_m_per_min", *most_s, tolerance_s, "s");
        }
        if (all.rules().crossing_s == 0.0) {
            const double flips_at = *link.walk_s * all.rules().speed_m_per_min / limits.most_s();
            check.same_number(subject, "links.flips_at_m_per_min", link.flips_at_m_per_min, "walk_s x speed_m_per_min / minutes", flips_at,
                              0.002, "m/min");
        }
    }
    return check;
}

namespace {

constexpr double end_tolerance_m = 1.0;

/// How many metres a unit of the routes' lengths is, by the links themselves: coordinate systems are not looked up. 1 where it is known.
double metres_per_unit(const Result& all)
{
    constexpr double long_enough_m = 50.0;
    std::vector<double> ratios;
    for (const LinkRow& link : all.links) {
        if (link.route.is_there && link.route.length > 0.0 && link.walk_m.value_or(0.0) > long_enough_m) {
            ratios.push_back(*link.walk_m / link.route.length);
        }
    }
    if (all.scale.is_known() || ratios.empty()) {
        return 1.0;
    }
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

class RouteCheck
{
public:
    explicit RouteCheck(const Result& all) : all_(all), scale_(metres_per_unit(all)), campuses_of_school_(all.schools.size())
    {
        for (std::uint32_t c = 0; c < all.campuses.size(); ++c) {
            if (const auto s = all.school_of_id.of(all.campuses[c].school_id); s != nobody) {
                campuses_of_school_[s].push_back(c);
            }
        }
    }

    Check check() &&
    {
        for (const LinkRow& link : all_.links) {
            const Subject subject{link.from_school, link.to_id};
            check_.holds(link.route.is_sound, Fault::malformed, subject, "links.geom", "?", "LINESTRING");
            if (link.route.is_there && link.walk_m && !is_touching(link)) {
                look_at_length(subject, link);
                look_at_ends(subject, link);
            }
        }
        return std::move(check_);
    }

private:
    /// Outlines that touch are 0 s apart; their line is no walk.
    static bool is_touching(const LinkRow& link)
    {
        return link.walk_m == 0.0 && link.walk_s == 0.0 && link.from_source == "outline" && link.to_source == "outline";
    }

    void look_at_length(Subject subject, const LinkRow& link)
    {
        const double route_m = link.route.length * scale_;
        const double tolerance_m = 0.5 + (all_.scale.is_known() ? 0.003 : 0.01) * route_m;
        check_.same_number(subject, "links.walk_m", link.walk_m, "links.geom", route_m, tolerance_m, "m");
    }

    void look_at_ends(Subject subject, const LinkRow& link)
    {
        if (link.school != nobody && link.from_source == "outline") {
            look_at_outline(subject, link.school, link.route.first);
        }
        if (link.rents() && link.giver != nobody && link.to_source == "point" && all_.venues[link.giver].has_place) {
            const double apart_m = all_.scale.distance_m(link.route.last, all_.venues[link.giver].at);
            check_.number_at_most(subject, "links.geom", apart_m, "venues.geom", 0.0, tolerance(), "m");
        }
        if (!link.rents() && link.giver != nobody && link.to_source == "outline") {
            look_at_outline(subject, link.giver, link.route.last);
        }
    }

    /// A school without gates is entered along its campuses; one without a campus, or a part of it, at a point.
    void look_at_outline(Subject subject, std::uint32_t school, Point end)
    {
        Number nearest_m;
        for (const std::uint32_t c : campuses_of_school_[school]) {
            const auto apart_m = all_.scale.distance_m(all_.campuses[c].ground, end);
            nearest_m = apart_m ? std::min(nearest_m.value_or(*apart_m), *apart_m) : nearest_m;
        }
        if (nearest_m && !has_branches_) {
            check_.number_at_most(subject, "links.geom", *nearest_m, "campuses.geom", 0.0, tolerance(), "m");
        }
    }

    double tolerance() const { return end_tolerance_m / std::min(scale_, 1.0); }

    const Result& all_;
    double scale_;
    bool has_branches_ = std::any_of(all_.schools.begin(), all_.schools.end(), [](const SchoolRow& school) { return school.is_branch(); });
    std::vector<std::vector<std::uint32_t>> campuses_of_school_;
    Check check_{"routes"};
};

} // namespace

Check check_routes(const Result& result)
{
    return RouteCheck(result).check();
}

} // namespace fieldgap::verify
