#include "commands/tables/rural_sentences.hpp"

#include "commands/tables/run_words.hpp"
#include "domain/plan/surfaces.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

std::string m2_text(double m2)
{
    return area_text(ExactArea::rounded(gis::SquareMetres(m2)));
}

std::string what_is_done(const PlanSettings& plan, const std::optional<RuralGround>& today)
{
    const std::string target = m2_text(*plan.rural_grounds_m2);
    if (!today) {
        return translate(Text::run_rural_nothing_known, {target});
    }
    const auto done_m2 = rural_done_m2(plan, today);
    if (!done_m2) {
        return translate(Text::run_rural_target, {target, m2_text(today->hard_m2)});
    }
    const double percent = 100.0 * rural_rate(plan, today).value_or(1.0); // a target of nothing is met
    return translate(Text::run_rural_done, {m2_text(*done_m2), target, percent, m2_text(today->hard_m2)});
}

} // namespace

std::vector<std::string> rural_sentences(const ResultView& view)
{
    const PlanSettings& plan = view.settings.plan;
    if (!plan.rural_grounds_m2) {
        return {};
    }
    const auto today = rural_ground(view.analysed());
    std::vector<std::string> lines = {what_is_done(plan, today)};
    if (today && today->unknown_m2 > 0.0) {
        lines.push_back(translate(Text::run_rural_unknown, {m2_text(today->unknown_m2)}));
    }
    return lines;
}

} // namespace fieldgap
