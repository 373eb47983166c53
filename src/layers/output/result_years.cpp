#include "layers/output/results.hpp"

#include <cmath>

namespace fieldgap {
namespace {

/// Lines of the summary under one prefix.
class Lines
{
public:
    Lines(std::string prefix, std::vector<SummaryLine>& lines) : prefix_(std::move(prefix)), lines_(lines) {}

    void count(const std::string& key, std::int64_t value) { lines_.push_back({prefix_ + key, static_cast<double>(value), ""}); }
    void area(const std::string& key, ExactArea value) { lines_.push_back({prefix_ + key, value.square_metres(), "m2"}); }
    /// Pupils of all stages that `stages` names; rounded to thousandths, as they are counted.
    template <class Stages>
    void pupils(const std::string& key, const PerStage<double>& pupils, const Stages& stages)
    {
        for (const Stage stage : stages) {
            lines_.push_back({prefix_ + key + "_" + std::string(name_of(stage)), std::round(pupils[stage] * 1000.0) / 1000.0, ""});
        }
    }

private:
    std::string prefix_;
    std::vector<SummaryLine>& lines_;
};

bool is_planned(const City& city, std::size_t estate)
{
    return city.estates[estate].phase == EstatePhase::planned;
}

void add_estates(const ResultView& view, std::vector<SummaryLine>& lines)
{
    const std::vector<EstateRow>& rows = view.estates.table.rows;
    const auto count = [&](auto claim) {
        std::int64_t sum = 0;
        for (std::size_t e = 0; e < rows.size(); ++e) {
            sum += claim(e) ? 1 : 0;
        }
        return sum;
    };
    Lines out("estates", lines);
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
}

void add_phasing(const PhasingYear& year, std::vector<SummaryLine>& lines)
{
    Lines out("phasing." + std::to_string(year.year) + ".", lines);
    out.count("schools_opening", year.schools_opening);
    out.count("estates_starting", year.estates_starting);
    out.count("estates_waiting", year.estates_waiting);
    out.count("legacy_open", year.legacy_open);
}

void add_projection(const ProjectedYear& year, std::vector<SummaryLine>& lines)
{
    Lines out("projection." + std::to_string(year.year) + ".", lines);
    out.pupils("enrolled", year.enrolled, all_stages);
    out.pupils("from_estates", year.from_estates, compulsory_stages);
    out.pupils("without_seat", year.without_seat, compulsory_stages);
    out.area("required_m2", year.required);
    out.area("own_m2", year.own);
    out.area("gap_m2", year.gap);
    out.area("residual_m2", year.residual);
    out.count("schools_short", year.schools_short);
    out.count("estates_unknown", year.estates_unknown);
}

} // namespace

std::vector<SummaryLine> summary_of_estates(const ResultView& view)
{
    std::vector<SummaryLine> lines;
    if (!view.city.estates.empty()) {
        add_estates(view, lines);
        for (const PhasingYear& year : view.estates.phasing.years) {
            add_phasing(year, lines);
        }
    }
    for (const ProjectedYear& year : view.estates.projection) {
        add_projection(year, lines);
    }
    return lines;
}

} // namespace fieldgap
