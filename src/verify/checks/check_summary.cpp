#include "verify/checks/check_summary.hpp"

#include "verify/checks/group.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fieldgap::verify {
namespace {

constexpr double area_tolerance_m2 = 1e-6;
constexpr double yuan_tolerance = 0.0051;
constexpr double ratio_tolerance = 2e-9;

/// As the config writes it.
std::string text_of_speed(double speed)
{
    char digits[64];
    const auto written = std::to_chars(digits, digits + sizeof digits, speed, std::chars_format::fixed);
    return {digits, written.ptr};
}

class SummaryCheck
{
public:
    explicit SummaryCheck(const Result& all) : all_(all)
    {
        for (std::uint32_t s = 0; s < all.schools.size(); ++s) {
            if (!all.schools[s].is_branch()) {
                city_.add(all, s);
                ++main_schools_;
            }
        }
        is_known_ = city_.has_figures || main_schools_ == 0;
    }

    Check check() &&
    {
        count_schools();
        add_areas();
        look_at_spread();
        look_at_walks();
        look_at_waterfall();
        for (const char* severity : {"error", "warning", "info"}) {
            const auto found = all_.issues.find(severity);
            count("data_issues." + std::string(severity), found == all_.issues.end() ? 0 : found->second, "data_issues");
        }
        return std::move(check_);
    }

private:
    void value(const std::string& key, Number expected, std::string_view against, double tolerance, std::string_view unit = "")
    {
        if (!all_.has_summary(key)) {
            return check_.holds(false, Fault::missing, {"summary"}, key, "", against);
        }
        check_.same_number({"summary"}, key, all_.summary_value(key), against, expected, tolerance, unit);
    }

    void count(const std::string& key, std::size_t expected, std::string_view against)
    {
        value(key, static_cast<double>(expected), against, 0.0);
    }

    void area(const std::string& key, Area expected, std::string_view against)
    {
        const double m2 = square_metres(expected);
        value(key, is_known_ ? Number(m2) : std::nullopt, against, area_tolerance_m2 + 1e-12 * std::fabs(m2), "m2");
    }

    void count_schools()
    {
        count("schools", main_schools_, "schools");
        for (const char* status : {"meets", "near", "short", "unknown", "none", "branch"}) {
            const auto with =
                std::count_if(all_.schools.begin(), all_.schools.end(), [&](const SchoolRow& row) { return row.status == status; });
            count("schools." + std::string(status), static_cast<std::size_t>(with), "schools.status");
        }
        double least = 0.0;
        double most = 0.0;
        for (const SchoolRow& school : all_.schools) {
            least += school.has_figures() ? school.enrol_total.value_or(0.0) : 0.0;
            most += school.enrol_total.value_or(0.0);
        }
        if (least == most) {
            return value("pupils", least, "schools.enrol_total", 0.0);
        }
        const double pupils = all_.summary_value("pupils").value_or(-1.0);
        check_.number_at_least({"summary"}, "pupils", pupils, "schools.enrol_total", least, 0.0);
        check_.number_at_most({"summary"}, "pupils", pupils, "schools.enrol_total", most, 0.0);
    }

    void add_areas()
    {
        area("own_m2", city_.own, "schools.own_m2");
        area("required_m2", city_.required, "schools.required_m2");
        area("gap_m2", city_.gap, "schools.gap_m2");
        area("net_m2", city_.required - city_.own, "required_m2 - own_m2");
        area("surplus_m2", city_.surplus, "schools.surplus_m2");
        Area given = 0;
        for (const Channel channel : all_channels) {
            given += city_.given[channel];
            area("given_m2." + std::string(name_of(channel)), city_.given[channel], "schools");
        }
        area("given_m2", given, "schools");
        area("residual_m2", city_.residual, "schools.residual_m2");
        value("cost", is_known_ ? Number(city_.cost) : std::nullopt, "schools.cost", yuan_tolerance + 1e-11 * std::fabs(city_.cost),
              "yuan");
    }

    void look_at_spread()
    {
        for (const Stage stage : {Stage::primary, Stage::junior}) {
            const std::string name(name_of(stage));
            for (const auto& [suffix, ground] : {std::pair("", &StageGround::before_m2), std::pair("_after", &StageGround::after_m2)}) {
                const auto spread = variation(city_.stages[stage], ground);
                const double mean_m2 = spread ? spread->mean_m2 : 0.0;
                value("mean_" + name + suffix, spread ? Number(mean_m2) : std::nullopt, "stages", ratio_tolerance + 1e-12 * mean_m2);
                value("cv_" + name + suffix, spread ? Number(spread->cv) : std::nullopt, "stages", ratio_tolerance);
            }
        }
    }

    void look_at_walks()
    {
        const auto rents = std::count_if(all_.links.begin(), all_.links.end(), [](const LinkRow& link) { return link.rents(); });
        const auto rented =
            std::count_if(all_.venues.begin(), all_.venues.end(), [](const VenueRow& row) { return row.rented.value_or(0) > 0; });
        count("venues", all_.venues.size(), "venues");
        count("venues_rented", static_cast<std::size_t>(rented), "venues.rented_m2");
        count("links.rent", static_cast<std::size_t>(rents), "links");
        count("links.share", all_.links.size() - static_cast<std::size_t>(rents), "links");
        value("minutes", all_.rules().minutes, "walk.minutes", 1e-9);
        value("speed_m_per_min", all_.rules().speed_m_per_min, "walk.speed_m_per_min", 1e-9);
        const auto& speeds = all_.rules().speeds;
        if (std::find(speeds.begin(), speeds.end(), all_.rules().speed_m_per_min) != speeds.end()) {
            look_at_own_speed("sensitivity." + text_of_speed(all_.rules().speed_m_per_min) + ".");
        }
    }

    /// Of the speeds that are tried the city's own gives the result itself.
    void look_at_own_speed(const std::string& key)
    {
        const auto meet =
            std::count_if(all_.schools.begin(), all_.schools.end(), [](const SchoolRow& row) { return row.status_after == "meets"; });
        count(key + "links", all_.links.size(), "links");
        area(key + "given_m2", city_.gap - city_.residual, "given_m2");
        area(key + "residual_m2", city_.residual, "residual_m2");
        count(key + "schools_meet_after", static_cast<std::size_t>(meet), "schools.status_after");
    }

    void look_at_waterfall()
    {
        if (!all_.has_summary("waterfall.required")) {
            return;
        }
        area("waterfall.required", city_.required, "required_m2");
        area("waterfall.own", city_.required - city_.gap, "min(own_m2, required_m2)");
        for (const Channel channel : all_channels) {
            area("waterfall." + std::string(name_of(channel)), city_.given[channel], "given_m2");
        }
        area("waterfall.residual", city_.residual, "residual_m2");
    }

    const Result& all_;
    Check check_{"summary"};
    Group city_;
    std::size_t main_schools_ = 0;
    bool is_known_ = false;
};

} // namespace

Check check_summary(const Result& result)
{
    return SummaryCheck(result).check();
}

} // namespace fieldgap::verify
