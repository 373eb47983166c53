#include "layers/output/estate_summary.hpp"

#include <cmath>

namespace fieldgap {
namespace {

/// Pupils of all stages that `stages` names; rounded to thousandths, as they are counted.
template <class Stages>
void add_pupils(SummaryLines& out, const std::string& key, const PerStage<double>& pupils, const Stages& stages)
{
    for (const Stage stage : stages) {
        out.number(key + "_" + std::string(name_of(stage)), std::round(pupils[stage] * 1000.0) / 1000.0, "");
    }
}

bool is_planned(const City& city, std::size_t estate)
{
    return city.estates[estate].phase == EstatePhase::planned;
}

std::vector<SummaryLine> lines_of_estates(const ResultView& view)
{
    const std::vector<EstateRow>& rows = view.estates.table.rows;
    const auto count = [&](auto claim) {
        std::int64_t sum = 0;
        for (std::size_t e = 0; e < rows.size(); ++e) {
            sum += claim(e) ? 1 : 0;
        }
        return sum;
    };
    SummaryLines out("estates");
    out.count("", count([](std::size_t) { return true; }));
    out.count(".planned", count([&](std::size_t e) { return is_planned(view.city, e); }));
    out.count(".covered", count([&](std::size_t e) { return rows[e].covered == true; }));
    out.count(".not_covered", count([&](std::size_t e) { return rows[e].covered == false; }));
    out.count(".cover_unknown", count([&](std::size_t e) { return !rows[e].covered; }));
    out.count(".primary_in_10_min", count([&](std::size_t e) { return rows[e].in_minutes[Stage::primary] == true; }));
    out.count(".junior_in_15_min", count([&](std::size_t e) { return rows[e].in_minutes[Stage::junior] == true; }));
    for (const Verdict verdict : {Verdict::pass, Verdict::conditional, Verdict::fail, Verdict::unknown}) {
        out.count("." + std::string(name_of(verdict)), count([&](std::size_t e) { return rows[e].verdict == verdict; }));
    }
    return out.lines();
}

std::vector<SummaryLine> lines_of(const PhasingYear& year)
{
    SummaryLines out("phasing." + std::to_string(year.year) + ".");
    out.count("schools_opening", year.schools_opening);
    out.count("estates_starting", year.estates_starting);
    out.count("estates_waiting", year.estates_waiting);
    out.count("legacy_open", year.legacy_open);
    return out.lines();
}

std::vector<SummaryLine> lines_of(const ProjectedYear& year)
{
    SummaryLines out("projection." + std::to_string(year.year) + ".");
    add_pupils(out, "enrolled", year.enrolled, all_stages);
    add_pupils(out, "from_estates", year.from_estates, compulsory_stages);
    add_pupils(out, "without_seat", year.without_seat, compulsory_stages);
    out.area("required_m2", year.required);
    out.area("own_m2", year.own);
    out.area("gap_m2", year.gap);
    out.area("residual_m2", year.residual);
    out.count("schools_short", year.schools_short);
    out.count("estates_unknown", year.estates_unknown);
    return out.lines();
}

} // namespace

std::vector<SummaryLine> summary_of_estates(const ResultView& view)
{
    SummaryLines out;
    if (!view.city.estates.empty()) {
        out.append(lines_of_estates(view));
        for (const PhasingYear& year : view.estates.phasing.years) {
            out.append(lines_of(year));
        }
    }
    for (const ProjectedYear& year : view.estates.projection) {
        out.append(lines_of(year));
    }
    return out.lines();
}

} // namespace fieldgap
