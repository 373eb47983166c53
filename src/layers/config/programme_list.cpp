#include "layers/config/programme_list.hpp"

#include "gis/error.hpp"
#include "layers/config/programme_keys.hpp"
#include "words/words.hpp"

#include <set>
#include <string>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

/// Where each table of the list `[[programme]]` begins.
std::vector<std::string> places_of_programmes(const std::vector<Assignment>& assignments)
{
    for (const Assignment& assignment : assignments) {
        const auto* const tables = std::get_if<TableList>(&assignment.value);
        if (assignment.key == programme_list && tables != nullptr) {
            return tables->where;
        }
    }
    return {};
}

} // namespace

void refuse_doubtful_programmes(const std::vector<Assignment>& assignments, const Config& config)
{
    const std::vector<std::string> places = places_of_programmes(assignments);
    std::set<std::string> names;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ProgrammeSettings& programme = config.settings.programmes[i];
        if (programme.name.empty()) {
            throw gis::UsageError(translate(Text::config_programme_no_name, {places[i]}));
        }
        if (programme.target.empty()) {
            throw gis::UsageError(translate(Text::config_programme_no_target, {places[i], programme.name}));
        }
        if (!names.insert(programme.name).second) {
            throw gis::UsageError(translate(Text::config_programme_twice, {places[i], programme.name}));
        }
    }
}

} // namespace fieldgap::config
