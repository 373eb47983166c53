#include "layers/output/summary.hpp"

#include "layers/output/estate_summary.hpp"
#include "layers/output/plan_summary.hpp"
#include "layers/output/register_summary.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace fieldgap {
namespace {

void add_schools(SummaryLines& out, const ResultView& view)
{
    const Results& r = view.results;
    std::array<std::size_t, all_statuses.size()> with_status{};
    std::size_t schools = 0;
    std::int64_t pupils = 0;
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        if (view.city.schools[s].phase == SchoolPhase::open) {
            ++with_status[static_cast<std::size_t>(r.assessments[s].status)];
            schools += r.owns.is_main(SchoolIndex(s)) ? 1U : 0U;
            pupils += r.enrolled[s].is_known ? r.enrolled[s].total().value_or(0) : 0;
        }
    }
    out.count("schools", schools);
    for (const Status status : all_statuses) {
        out.count("schools." + std::string(name_of(status)), with_status[static_cast<std::size_t>(status)]);
    }
    out.number("pupils", static_cast<double>(pupils), "");
}

void add_areas(SummaryLines& out, const ResultView& view)
{
    const GroupFigures& city = view.results.districts.city;
    const Allocation& allocation = view.results.allocation;
    const auto known = [&city](auto value) { return city.has_areas ? std::optional(value) : std::nullopt; };
    out.area("own_m2", known(city.own));
    out.area("required_m2", known(city.required));
    out.area("gap_m2", known(city.gap));
    out.area("net_m2", known(city.required - city.own));
    out.area("surplus_m2", known(city.surplus));
    for (const Channel channel : all_channels) {
        out.area("given_m2." + std::string(name_of(channel)), known(city.given[channel]));
    }
    out.area("given_m2", known(allocation.closed));
    out.area("residual_m2", known(city.residual));
    out.area("bound_m2", known(allocation.bound));
    out.area("optimality_gap_m2", known(allocation.bound - allocation.closed));
    out.number("cost", known(city.cost), "yuan/year");
}

std::string with_cents(double yuan)
{
    char text[64];
    const int length = std::snprintf(text, sizeof text, "%.2f", yuan);
    return std::string(text, static_cast<std::size_t>(length));
}

/// Of corners that cost the same to a cent the last one stands.
void add_cost_curve(SummaryLines& out, const std::vector<CostPoint>& corners)
{
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const std::string yuan = with_cents(corners[i].yuan);
        if (i + 1 == corners.size() || with_cents(corners[i + 1].yuan) != yuan) {
            out.area("cost_curve." + yuan, corners[i].closed);
        }
    }
}

void add_leases(SummaryLines& out, const ResultView& view)
{
    ExactArea leased;
    for (const CountedLease& lease : view.results.allocation.leases) {
        leased += lease.counted;
    }
    out.count("leases", view.city.leases.size());
    out.area("leased_m2", leased);
}

/// What the objective reached beside the area; for objective `budget` the whole cost curve.
void add_objective(SummaryLines& out, const ResultView& view)
{
    const Allocation& allocation = view.results.allocation;
    const AllocationSettings& settings = view.settings.allocation;
    if (settings.objective == Objective::schools || settings.objective == Objective::pupils) {
        out.count("schools_closed", allocation.reached.schools_closed);
        out.count("pupils_closed", allocation.reached.pupils_closed);
        out.count(std::string(name_of(settings.objective)) + "_closed_bound", allocation.reached.bound);
    }
    if (view.settings.is_searched()) {
        out.count("allocation_proven", allocation.reached.is_proven ? 1 : 0);
    }
    if (settings.objective == Objective::budget) {
        out.number("budget_per_year", settings.budget_per_year, "yuan/year");
        add_cost_curve(out, allocation.cost_curve);
    }
}

/// Of each cap whether one more m2 of it would close gap; unknown where no school has figures.
void add_shadows(SummaryLines& out, const ResultView& view)
{
    for (const Channel channel : all_channels) {
        if (const auto shadow = view.proof->scarcity.cap_shadow[channel]) {
            const double closes = *shadow ? 1.0 : 0.0;
            out.number("shadow." + std::string(name_of(channel)),
                       view.results.districts.city.has_areas ? std::optional(closes) : std::nullopt, "");
        }
    }
}

void add_spread(SummaryLines& out, Stage stage, const PerStage<std::optional<Variation>>& spread, const std::string& suffix)
{
    const auto& known = spread[stage];
    out.number("mean_" + std::string(name_of(stage)) + suffix, known ? std::optional(known->mean_m2) : std::nullopt, "m2/pupil");
    out.number("cv_" + std::string(name_of(stage)) + suffix, known ? std::optional(known->cv) : std::nullopt, "");
}

/// Of one option alone; unknown where no school has figures.
std::optional<ExactArea> best_gain(const ResultView& view)
{
    ExactArea best;
    for (const GateOption& option : view.gate_options) {
        best = std::max(best, option.gain);
    }
    return view.results.districts.city.has_areas ? std::optional(best) : std::nullopt;
}

void add_walk(SummaryLines& out, const ResultView& view)
{
    std::size_t venues = 0;
    std::size_t rented = 0;
    for (std::size_t v = 0; v < view.city.venues.size(); ++v) {
        venues += view.results.venue_grounds[v].is_venue ? 1U : 0U;
        rented += view.results.allocation.rented[v] > ExactArea() ? 1U : 0U;
    }
    out.count("venues", venues);
    out.count("venues_rented", rented);
    out.count("links.rent", view.results.reach.rent.pairs.size());
    out.count("links.share", view.results.reach.share.pairs.size());
    out.area("gate_options.best", best_gain(view));
    out.number("minutes", view.settings.walk.minutes, "min");
    out.number("speed_m_per_min", view.settings.walk.speed_m_per_min, "m/min");
}

/// Nothing where no place for a new venue was weighed.
void add_venue_options(SummaryLines& out, const VenueOptions& options)
{
    if (!options.places.empty()) {
        out.area("venue_options.gain_m2", options.gain);
        out.area("venue_options.bound_m2", options.bound);
        out.count("venue_options.proven", options.is_proven ? 1 : 0);
    }
}

/// As the config writes it: the shortest number that is this one.
std::string speed_text(double speed_m_per_min)
{
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), speed_m_per_min, std::chars_format::fixed);
    return {digits.data(), written.ptr};
}

void add_sensitivity(SummaryLines& out, const ResultView& view)
{
    const bool has_areas = view.results.districts.city.has_areas;
    for (const CityAtSpeed& city : view.walks.certainty.at) {
        const std::string key = "sensitivity." + speed_text(city.speed_m_per_min) + ".";
        out.count(key + "links", city.links);
        out.area(key + "given_m2", has_areas ? std::optional(city.given) : std::nullopt);
        out.area(key + "residual_m2", has_areas ? std::optional(city.residual) : std::nullopt);
        out.count(key + "schools_meet_after", city.schools_meet_after);
    }
}

} // namespace

std::vector<SummaryLine> issue_counts(const Findings& findings)
{
    SummaryLines out;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        std::size_t count = 0;
        for (const Finding& finding : findings) {
            count += severity_of(finding.code) == severity ? 1U : 0U;
        }
        out.count("data_issues." + std::string(name_of(severity)), count);
    }
    return out.lines();
}

std::vector<SummaryLine> summary(const ResultView& view)
{
    SummaryLines out;
    const GroupFigures& city = view.results.districts.city;
    add_schools(out, view);
    add_areas(out, view);
    add_objective(out, view);
    add_shadows(out, view);
    if (!view.city.leases.empty()) {
        add_leases(out, view);
    }
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        add_spread(out, stage, city.before, "");
        add_spread(out, stage, city.after, "_after");
    }
    add_walk(out, view);
    add_venue_options(out, view.venue_options);
    add_sensitivity(out, view);
    out.append(summary_of_waterfall(view));
    out.append(summary_of_plan(view));
    out.append(summary_of_rural_ground(view));
    out.append(summary_of_estates(view));
    out.append(summary_of_register(view));
    out.append(issue_counts(view.results.findings));
    return out.lines();
}

void write_summary(gis::GeoPackage& file, const std::vector<SummaryLine>& lines)
{
    LayerWriter<SummaryLine> layer(
        file, "summary", gis::LayerGeometry::none, words::translate(words::Text::layer_summary),
        {{"key", gis::ColumnType::text, [](const SummaryLine& line) { return text_cell(line.key); }},
         {"value", gis::ColumnType::real, [](const SummaryLine& line) { return line.value ? gis::Cell(*line.value) : gis::Cell(); }},
         {"unit", gis::ColumnType::text, [](const SummaryLine& line) { return text_or_null(line.unit); }}});
    for (const SummaryLine& line : lines) {
        layer.add({}, line);
    }
}

} // namespace fieldgap
