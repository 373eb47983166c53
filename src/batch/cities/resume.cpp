#include "batch/cities/resume.hpp"

#include "batch/cities/city_digest.hpp"
#include "batch/cities/city_needs.hpp"
#include "batch/cities/result_facts.hpp"
#include "gis/error.hpp"

namespace fieldgap {
namespace {

/// Of a result that no journal tells of, or a stamp that says nothing any more.
std::optional<CityOutcome> by_content(const Config& config, std::string_view version, const std::string& result, const std::string& stamp)
{
    const auto facts = facts_of_result(result);
    if (!facts || facts->digest != digest_of_inputs(config, version)) {
        return std::nullopt;
    }
    CityOutcome outcome;
    outcome.exit = facts->has_data_errors ? 1 : 0;
    outcome.schools = facts->schools;
    outcome.digest = facts->digest;
    outcome.stamp = stamp;
    return outcome;
}

} // namespace

void add_facts_of_result(CityOutcome& outcome, const Config& config, std::string_view version, const std::string& result)
{
    if (const auto facts = facts_of_result(result)) {
        outcome.schools = facts->schools;
        outcome.digest = facts->digest;
    }
    outcome.stamp = stamp_of(config, version, result);
}

std::optional<CityOutcome> unchanged_outcome(const Config& config, std::string_view version, const std::string& result,
                                             const CityOutcome* known)
{
    const std::string stamp = stamp_of(config, version, result);
    if (stamp.empty()) { // the result, its project or an input is not there
        return std::nullopt;
    }
    std::optional<CityOutcome> outcome;
    const bool is_known = known != nullptr && has_result(known->state);
    if (is_known && known->stamp == stamp) {
        outcome = *known;
    } else {
        try {
            outcome = by_content(config, version, result, stamp);
        } catch (const gis::Error&) {
            return std::nullopt; // its run will say which input cannot be read
        }
        if (outcome && is_known) {
            outcome->seconds = known->seconds;
            outcome->peak_mib = known->peak_mib;
            outcome->message = known->message;
        }
    }
    if (outcome) {
        outcome->state = CityState::unchanged;
    }
    return outcome;
}

CityOutcome outcome_before(const BatchCity& city, const std::vector<std::string>& settings, bool goes_on, std::string_view version,
                           const std::string& result, const CityOutcome* known)
{
    CityOutcome outcome;
    if (!city.problem.empty()) {
        outcome.state = CityState::failed;
        outcome.message = city.problem;
    } else if (const auto config = goes_on ? config_of(city, settings) : std::nullopt) {
        return unchanged_outcome(*config, version, result, known).value_or(outcome);
    }
    return outcome;
}

} // namespace fieldgap
