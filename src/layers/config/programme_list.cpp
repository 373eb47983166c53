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

/// The tables of the list `[[programme]]`.
std::vector<Tree> programmes_of(const std::vector<Assignment>& assignments)
{
    for (const Assignment& assignment : assignments) {
        const auto* const tables = std::get_if<std::vector<Tree>>(&assignment.value);
        if (assignment.key == programme_list && tables != nullptr) {
            return *tables;
        }
    }
    return {};
}

} // namespace

void refuse_doubtful_programmes(const std::vector<Assignment>& assignments, const Config& config)
{
    const std::vector<Tree> tables = programmes_of(assignments);
    std::set<std::string> names;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const ProgrammeSettings& programme = config.settings.programmes[i];
        if (programme.name.empty()) {
            throw gis::UsageError(translate(Text::config_programme_no_name, {tables[i].where}));
        }
        if (programme.target.empty()) {
            throw gis::UsageError(translate(Text::config_programme_no_target, {tables[i].where, programme.name}));
        }
        if (!names.insert(programme.name).second) {
            throw gis::UsageError(translate(Text::config_programme_twice, {tables[i].where, programme.name}));
        }
    }
}

} // namespace fieldgap::config
