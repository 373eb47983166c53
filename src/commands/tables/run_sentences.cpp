#include "commands/tables/run_sentences.hpp"

#include "cli/terminal.hpp"
#include "commands/tables/run_words.hpp"
#include "commands/tables/rural_sentences.hpp"
#include "domain/city/finding.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t most_places = 3;

std::string count_text(std::int64_t count)
{
    return cli::grouped(static_cast<double>(count), 0);
}

std::string name_of(const std::string& name, const std::string& id)
{
    return words::visible(name.empty() ? id : name);
}

/// Of open main schools.
struct Tally
{
    std::int64_t judged = 0;
    std::int64_t pupils = 0; ///< of the judged
    std::int64_t with_gap = 0;
    std::int64_t with_residual = 0;
    std::int64_t unknown = 0;
    std::int64_t fragile = 0;
};

ExactArea residual_of(const ResultView& view, std::size_t school)
{
    return excess(view.results.assessments[school].gap, view.results.allocation.of_school[school].received());
}

Tally tally(const ResultView& view)
{
    Tally of;
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        const Assessment& state = view.results.assessments[s];
        const auto& certainty = view.walks.certainty.of_school[s];
        of.unknown += state.status == Status::unknown ? 1 : 0;
        of.fragile += certainty && certainty->flips_at_m_per_min ? 1 : 0;
        if (state.has_figures()) {
            ++of.judged;
            of.pupils += view.results.enrolled[s].total().value_or(0);
            of.with_gap += state.gap > ExactArea() ? 1 : 0;
            of.with_residual += residual_of(view, s) > ExactArea() ? 1 : 0;
        }
    }
    return of;
}

std::string closing(const ResultView& view)
{
    const GroupFigures& city = view.results.districts.city;
    std::vector<std::string> ways;
    for (const Channel channel : all_channels) {
        if (city.given[channel] > ExactArea()) {
            ways.push_back(translate(Text::run_amount, {channel_word(channel), area_text(city.given[channel])}));
        }
    }
    return ways.empty()
               ? translate(Text::run_nothing_closes)
               : translate(Text::run_closes, {area_text(view.results.allocation.closed), cli::grouped(city.cost, 0), listed(ways)});
}

struct Place
{
    std::string name;
    ExactArea lacks;
};

/// Districts; schools where the city has none.
std::vector<Place> places(const ResultView& view, bool after)
{
    const Districts& districts = view.results.districts;
    const auto lacks = [after](const GroupFigures& figures) { return after ? figures.residual : figures.gap; };
    std::vector<Place> all;
    for (const DistrictFigures& district : districts.rows) {
        all.push_back({name_of(district.name, district.id), lacks(district.figures)});
    }
    if (!all.empty()) {
        all.push_back({translate(Text::run_outside_districts), lacks(districts.outside)});
        return all;
    }
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        if (view.results.assessments[s].has_figures()) {
            all.push_back({name_of(view.city.schools[s].name, view.city.schools[s].id),
                           after ? residual_of(view, s) : view.results.assessments[s].gap});
        }
    }
    return all;
}

std::string where(const ResultView& view, bool after)
{
    std::vector<Place> all = places(view, after);
    std::stable_sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.lacks > b.lacks; });
    std::vector<std::string> most;
    for (const Place& place : all) {
        if (most.size() < most_places && place.lacks > ExactArea()) {
            most.push_back(translate(Text::run_amount, {place.name, area_text(place.lacks)}));
        }
    }
    return translate(after ? Text::run_where_stays : Text::run_where_gap, {listed(most)});
}

/// What is short, what closes it, what stays, where.
void add_gap(std::vector<std::string>& out, const ResultView& view, const Tally& of)
{
    const GroupFigures& city = view.results.districts.city;
    if (city.gap == ExactArea()) {
        out.push_back(translate(Text::run_none_short));
        return;
    }
    const bool stays = city.residual > ExactArea();
    out.push_back(translate(Text::run_short, {count_text(of.with_gap), area_text(city.gap)}));
    out.push_back(closing(view));
    out.push_back(stays ? translate(Text::run_stays, {area_text(city.residual), count_text(of.with_residual)})
                        : translate(Text::run_nothing_stays));
    out.push_back(where(view, stays));
}

void add_per_pupil(std::vector<std::string>& out, const ResultView& view)
{
    const GroupFigures& city = view.results.districts.city;
    std::vector<std::string> stages;
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        const auto& standard = view.settings.standard.of_stage[stage];
        if (standard && city.before[stage] && city.after[stage]) {
            stages.push_back(
                translate(Text::run_of_stage, {translate(stage == Stage::primary ? Text::run_stage_primary : Text::run_stage_junior),
                                               city.before[stage]->mean_m2, city.after[stage]->mean_m2, standard_in_words(*standard)}));
        }
    }
    if (!stages.empty()) {
        out.push_back(translate(Text::run_per_pupil, {listed(stages)}));
    }
}

/// The districts whose verdict in the national evaluation hangs on how their variation is read.
void add_readings(std::vector<std::string>& out, const ResultView& view)
{
    std::vector<std::string> names;
    for (std::size_t d = 0; d < view.indicators->districts.size(); ++d) {
        if (view.indicators->districts[d].deciding.value_or(DecidingReading::same) != DecidingReading::same) {
            names.push_back(name_of(view.results.districts.rows[d].name, view.results.districts.rows[d].id));
        }
    }
    if (!names.empty()) {
        const std::string count = count_text(static_cast<std::int64_t>(names.size()));
        names.resize(std::min(names.size(), most_places));
        out.push_back(translate(Text::run_readings, {count, listed(names)}));
    }
}

std::string schools_of(const Bottleneck& bottleneck, const City& city)
{
    std::vector<std::string> names;
    for (const SchoolIndex school : bottleneck.schools) {
        if (names.size() < most_places) {
            names.push_back(name_of(city.schools[index(school)].name, city.schools[index(school)].id));
        }
    }
    const std::size_t more = bottleneck.schools.size() - names.size();
    return more == 0 ? listed(names) : translate(Text::run_more_names, {listed(names), more});
}

void add_bottlenecks(std::vector<std::string>& out, const ResultView& view)
{
    const std::vector<Bottleneck>& all = view.proof->scarcity.bottlenecks;
    if (all.empty()) {
        return;
    }
    ExactArea unmet;
    for (const Bottleneck& one : all) {
        unmet += one.unmet();
    }
    out.push_back(translate(Text::run_new_ground,
                            {area_text(unmet), count_text(static_cast<std::int64_t>(all.size())), schools_of(all.front(), view.city)}));
}

void add_estates(std::vector<std::string>& out, const ResultView& view)
{
    std::array<std::int64_t, 4> with_verdict{};
    for (const EstateRow& row : view.estates.table.rows) {
        if (row.verdict) {
            ++with_verdict[static_cast<std::size_t>(*row.verdict)];
        }
    }
    const auto count = [&](Verdict verdict) { return count_text(with_verdict[static_cast<std::size_t>(verdict)]); };
    if (std::any_of(with_verdict.begin(), with_verdict.end(), [](std::int64_t estates) { return estates > 0; })) {
        out.push_back(translate(Text::run_estates,
                                {count(Verdict::pass), count(Verdict::conditional), count(Verdict::fail), count(Verdict::unknown)}));
    }
}

/// How the strike-off register stands, and what this run changed.
void add_register(std::vector<std::string>& out, const ResultView& view)
{
    if (view.strike_off == nullptr) {
        return;
    }
    const RegisterAfter& after = *view.strike_off;
    const auto issues = static_cast<std::int64_t>(after.issues.size());
    if (issues == 0) {
        out.push_back(translate(Text::run_register_empty));
        return;
    }
    const auto changed = [&after](bool IssueInRun::*change) {
        return static_cast<std::int64_t>(
            std::count_if(after.issues.begin(), after.issues.end(), [change](const IssueInRun& issue) { return issue.*change; }));
    };
    const std::int64_t closed = count_in(after, IssueState::closed);
    const double percent = 100.0 * static_cast<double>(closed) / static_cast<double>(issues);
    out.push_back(translate(Text::run_register,
                            {count_text(issues), count_text(closed), percent, count_text(issues - closed),
                             count_text(count_in(after, IssueState::overdue)), count_text(count_in(after, IssueState::reopened))}));
    const std::int64_t opened_now = changed(&IssueInRun::opened_now);
    const std::int64_t closed_now = changed(&IssueInRun::closed_now);
    const std::int64_t reopened_now = changed(&IssueInRun::reopened_now);
    out.push_back(opened_now + closed_now + reopened_now == 0
                      ? translate(Text::run_register_none_now)
                      : translate(Text::run_register_now, {count_text(opened_now), count_text(closed_now), count_text(reopened_now)}));
}

void add_look_first(std::vector<std::string>& out, const ResultView& view, const Tally& of)
{
    const Findings& findings = view.results.findings;
    const auto errors = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& finding) { return severity_of(finding.code) == Severity::error; });
    std::string items;
    const auto add = [&items](Text what, std::int64_t count) {
        if (count > 0) {
            const std::string item = translate(what, {count_text(count)});
            items = items.empty() ? item : translate(Text::list_join, {items, item});
        }
    };
    add(Text::run_look_errors, errors);
    add(Text::run_look_unknown, of.unknown);
    add(Text::run_look_bottlenecks, static_cast<std::int64_t>(view.proof->scarcity.bottlenecks.size()));
    add(Text::run_look_fragile, of.fragile);
    out.push_back(items.empty() ? translate(Text::run_look_nothing) : translate(Text::run_look_first, {items}));
}

} // namespace

std::vector<std::string> run_sentences(const ResultView& view)
{
    const Tally of = tally(view);
    const GroupFigures& city = view.results.districts.city;
    std::vector<std::string> out;
    if (!city.has_areas || of.judged == 0) {
        out.push_back(translate(Text::run_unknown));
    } else {
        out.push_back(
            translate(Text::run_needs, {count_text(of.judged), count_text(of.pupils), area_text(city.required), area_text(city.own)}));
        add_gap(out, view, of);
        add_per_pupil(out, view);
    }
    add_readings(out, view);
    add_bottlenecks(out, view);
    add_estates(out, view);
    add_register(out, view);
    for (std::string& sentence : rural_sentences(view)) {
        out.push_back(std::move(sentence));
    }
    add_look_first(out, view, of);
    return out;
}

} // namespace fieldgap
