#pragma once
// By which rules a result was made: the config in its provenance.

#include "verify/result/amounts.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap::verify {

struct ChannelRules
{
    bool is_on = false;
    double cost_per_m2 = 0.0;
    std::optional<Area> cap;
    Area min_lot = 0;
    std::optional<std::int64_t> schools_per_venue;
    std::map<std::string, Area> district_caps; ///< by name, else id
};

enum class Objective : std::uint8_t { area, schools, pupils, budget };
inline constexpr std::array<std::string_view, 4> objective_names = {"area", "schools", "pupils", "budget"};

/// What pupils of a stage are to have from so many on, until the next step.
struct StandardStep
{
    double from_pupils = 0.0;
    double base_m2 = 0.0;
    double m2_per_pupil = 0.0;
};

struct Rules
{
    bool is_national = false;
    bool splits_by_required = false;
    PerStage<std::vector<StandardStep>> standard; ///< none: nothing is asked
    double floor = 0.0;
    PerStage<double> cv_limit;
    double minutes = 0.0;
    double speed_m_per_min = 0.0;
    double crossing_s = 0.0;
    double steps_factor = 1.0;
    bool has_slope = false;
    std::vector<double> speeds;
    PerChannel<ChannelRules> channels;
    Objective objective = Objective::area;
    double budget_per_year = 0.0;
    std::string as_of; ///< the day by which leases are judged, `2021-12-31`; empty: unknown
    std::string until; ///< the plan's last day; empty: none

    /// What each of so many pupils of a stage is to have; of none nothing is known.
    std::optional<double> m2_per_pupil(Stage stage, double pupils) const;

    /// Whether the allocation had something to decide by yes or no.
    bool is_searched() const;
};

struct Provenance
{
    std::string version;
    std::string schema_version;
    Rules rules;
};

/// Throws gis::Error, naming the file, where the document is not that of a result of `fieldgap run`.
Provenance provenance_in(const std::string& document, const std::string& path);

} // namespace fieldgap::verify
