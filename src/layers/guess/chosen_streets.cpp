#include "layers/guess/chosen_streets.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

gis::MultiLine lines_of(const gis::Streets& streets)
{
    gis::MultiLine lines;
    for (std::size_t line = 0; line < streets.line_count(); ++line) {
        lines.emplace_back();
        for (std::uint32_t ref = streets.first_ref[line]; ref < streets.first_ref[line + 1]; ++ref) {
            lines.back().push_back(streets.node[streets.ref[ref]]);
        }
    }
    return lines;
}

} // namespace

gis::MultiLine chosen_streets(const Survey& survey, const std::vector<Candidate>& candidates, const std::vector<RoleChoice>& choices)
{
    gis::MultiLine lines;
    const auto network = std::find_if(choices.begin(), choices.end(), [](const RoleChoice& one) { return one.role == Role::network; });
    if (network == choices.end() || network->is_open()) {
        return lines;
    }
    if (!network->osm.empty()) {
        return lines_of(survey.osm[network->osm.front()].file.streets);
    }
    const Candidate& candidate = candidates[network->candidates.front()];
    for (const std::uint32_t row : candidate.rows) {
        if (const auto* own = std::get_if<gis::MultiLine>(&survey.layers[candidate.layer].rows.features[row].geometry)) {
            lines.insert(lines.end(), own->begin(), own->end());
        }
    }
    return lines;
}

} // namespace fieldgap
