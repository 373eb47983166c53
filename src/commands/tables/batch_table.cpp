#include "commands/tables/batch_table.hpp"

#include "batch/work/admission.hpp"
#include "cli/terminal.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;
using words::Text;
using words::translate;

constexpr std::size_t longest_message = 100; ///< columns; the whole stands in the journal and the log

std::array<std::size_t, std::size(city_state_names)> counts_of(const std::vector<CityEnd>& cities)
{
    std::array<std::size_t, std::size(city_state_names)> counts{};
    for (const CityEnd& end : cities) {
        ++counts[static_cast<std::size_t>(end.outcome.state)];
    }
    return counts;
}

std::string counts_line(const std::vector<CityEnd>& cities)
{
    const auto counts = counts_of(cities);
    std::vector<std::string> parts;
    for (std::size_t state = 0; state < counts.size(); ++state) {
        if (counts[state] > 0) {
            parts.push_back(std::string(city_state_names[state]) + " " + std::to_string(counts[state]));
        }
    }
    return translate(Text::batch_counts, {cities.size(), words::joined(parts)});
}

template <class Number>
std::string shown(std::optional<Number> number, int decimals)
{
    return number ? cli::grouped(static_cast<double>(*number), decimals) : std::string();
}

template <class Number>
Json json_of(std::optional<Number> number)
{
    return number ? Json(*number) : Json();
}

/// Positions: the cities to be run, the biggest first, then the others.
std::vector<std::size_t> planned_order(const std::vector<CityEnd>& cities, const std::vector<CityNeeds>& needs)
{
    std::vector<std::size_t> order(cities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto bytes_to_run = [&](std::size_t i) {
        return cities[i].outcome.state == CityState::waiting ? std::optional(needs[i].input_bytes) : std::nullopt;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return bytes_to_run(a) > bytes_to_run(b); });
    return order;
}

} // namespace

std::string batch_table(const std::vector<CityEnd>& cities)
{
    std::vector<std::vector<std::string>> rows;
    for (const CityEnd& end : cities) {
        const CityOutcome& outcome = end.outcome;
        rows.push_back({end.city.name, std::string(name_of(outcome.state)), shown(outcome.exit, 0), shown(outcome.schools, 0),
                        shown(outcome.seconds, 1), shown(outcome.peak_mib, 0), cli::cut(outcome.message, longest_message)});
    }
    return cli::text_table({{translate(Text::batch_head_city), false},
                            {translate(Text::batch_head_state), false},
                            {translate(Text::batch_head_exit), true},
                            {translate(Text::batch_head_schools), true},
                            {translate(Text::batch_head_seconds), true},
                            {translate(Text::batch_head_memory), true},
                            {translate(Text::batch_head_message), false}},
                           rows) +
           counts_line(cities) + "\n";
}

std::string batch_plan_table(const std::vector<CityEnd>& cities, const std::vector<CityNeeds>& needs, std::int64_t city_mib)
{
    constexpr double bytes_per_mib = 1024.0 * 1024.0;
    std::vector<std::vector<std::string>> rows;
    for (const std::size_t i : planned_order(cities, needs)) {
        const CityOutcome& outcome = cities[i].outcome;
        const CityAdmission admission({needs[i].input_bytes}, {1, 1, 0, city_mib});
        const bool is_to_run = outcome.state == CityState::waiting;
        rows.push_back({cities[i].city.name, std::string(name_of(outcome.state)),
                        cli::grouped(static_cast<double>(needs[i].input_bytes) / bytes_per_mib, 1),
                        is_to_run ? cli::grouped(static_cast<double>(admission.estimated_mib(0)), 0) : std::string(),
                        cli::cut(outcome.message, longest_message)});
    }
    return cli::text_table({{translate(Text::batch_head_city), false},
                            {translate(Text::batch_head_state), false},
                            {translate(Text::batch_head_inputs), true},
                            {translate(Text::batch_head_estimate), true},
                            {translate(Text::batch_head_message), false}},
                           rows);
}

std::string batch_json(const std::vector<CityEnd>& cities, const std::string& all)
{
    Json document;
    document["cities"] = Json::array();
    for (const CityEnd& end : cities) {
        const CityOutcome& outcome = end.outcome;
        document["cities"].push_back({{"name", end.city.name},
                                      {"config", end.city.folder.empty() ? end.city.config : end.city.folder},
                                      {"state", name_of(outcome.state)},
                                      {"exit", json_of(outcome.exit)},
                                      {"seconds", json_of(outcome.seconds)},
                                      {"peak_mib", json_of(outcome.peak_mib)},
                                      {"schools", json_of(outcome.schools)},
                                      {"message", outcome.message},
                                      {"digest", outcome.digest}});
    }
    const auto counts = counts_of(cities);
    for (std::size_t state = 0; state < counts.size(); ++state) {
        document["states"][std::string(city_state_names[state])] = counts[state];
    }
    document["all"] = all.empty() ? Json() : Json(all);
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fieldgap
