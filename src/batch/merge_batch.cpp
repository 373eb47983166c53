#include "batch/merge_batch.hpp"

#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "gis/io/source/file_digest.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr const char* note_key = "all";

/// What all.gpkg depends on, and the files as they lie there: empty where they do not.
std::string stamp_of_all(const std::vector<CityEnd>& cities, const OutFolder& out, std::string_view version)
{
    std::string all = std::string(version) + "\n" + std::string(words::language_names[static_cast<std::size_t>(words::language())]) + "\n";
    for (const CityEnd& end : cities) {
        for (const std::string_view part : {std::string_view(end.city.name), name_of(state_of_run(end.outcome)),
                                            std::string_view(end.outcome.message), std::string_view(end.outcome.stamp)}) {
            all.append(part).push_back('\0');
        }
    }
    const std::string project = gis::project_file_of({out.all(), false, {}, 0, true}).string();
    for (const std::string& file : {out.all(), project}) {
        const std::string stamp = gis::file_stamp(file);
        if (stamp.empty()) {
            return {};
        }
        all += stamp + "\n";
    }
    return gis::text_digest(all);
}

FinishedCity finished(const CityEnd& end, const OutFolder& out)
{
    const bool has = has_result(end.outcome.state);
    return {end.city.name, has ? out.result_of(end.city.name) : std::string(), std::string(name_of(state_of_run(end.outcome))),
            has ? std::string() : end.outcome.message};
}

} // namespace

bool is_merged(const std::vector<CityEnd>& cities, const OutFolder& out, const Journal& journal, std::string_view version)
{
    const std::string stamp = stamp_of_all(cities, out, version);
    return !stamp.empty() && stamp == journal.note(note_key);
}

std::vector<std::size_t> merge_batch(std::vector<CityEnd>& cities, const OutFolder& out, Journal& journal, const MergeTarget& target,
                                     const MergeProgress& progress)
{
    std::vector<FinishedCity> finished_cities;
    std::transform(cities.begin(), cities.end(), std::back_inserter(finished_cities),
                   [&](const CityEnd& end) { return finished(end, out); });
    journal.set_note(note_key, ""); // a batch that is killed from here on merges again
    const auto left_out = merge_results(std::move(finished_cities), target, progress);
    std::vector<std::size_t> damaged;
    for (const LeftOutCity& one : left_out) {
        const auto end = std::find_if(cities.begin(), cities.end(), [&](const CityEnd& city) { return city.city.name == one.city; });
        end->outcome.state = CityState::failed;
        end->outcome.message = one.why;
        damaged.push_back(static_cast<std::size_t>(end - cities.begin()));
        journal.record(end->city, end->outcome);
    }
    journal.set_note(note_key, stamp_of_all(cities, out, target.version));
    return damaged;
}

} // namespace fieldgap
