#include "layers/matching/official_figures.hpp"

namespace fieldgap {
namespace {

std::string source(const std::string& column, const std::optional<double>& before_join, const std::optional<double>& joined)
{
    return (before_join == joined ? "schools." : "enrolment.") + column;
}

} // namespace

OfficialFigures::OfficialFigures(const std::vector<School>& schools)
{
    for (const School& school : schools) {
        const Figures figures{{school.outdoor_m2, school.indoor_m2, school.special_m2}, school.sports_m2, school.sports_m2_per_pupil};
        if (figures.by_kind[0] || figures.by_kind[1] || figures.by_kind[2] || figures.sports_m2 || figures.sports_m2_per_pupil) {
            of_school_.emplace(school.id, figures);
        }
    }
}

OfficialFigures::Figures OfficialFigures::of(const std::string& id) const
{
    const auto found = of_school_.find(id);
    return found == of_school_.end() ? Figures() : found->second;
}

FigureSources OfficialFigures::sources(const OfficialFigures& of_register, const std::vector<School>& settled) const
{
    FigureSources sources;
    for (const School& school : settled) {
        const Figures before = of_register.of(school.id);
        const Figures joined = of(school.id);
        const std::string whole = joined.sports_m2 ? source("sports_m2", before.sports_m2, joined.sports_m2)
                                                   : source("sports_m2_per_pupil", before.sports_m2_per_pupil, joined.sports_m2_per_pupil);
        const std::array<std::optional<double>, 3> in_the_end = {school.outdoor_m2, school.indoor_m2, school.special_m2};
        for (std::size_t kind = 0; kind < in_the_end.size(); ++kind) {
            if (in_the_end[kind]) {
                const std::string column = std::string(name_of(static_cast<FieldKind>(kind))) + "_m2";
                sources[school.id][kind] = joined.by_kind[kind] ? source(column, before.by_kind[kind], joined.by_kind[kind]) : whole;
            }
        }
    }
    return sources;
}

} // namespace fieldgap
