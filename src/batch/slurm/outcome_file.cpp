#include "batch/slurm/outcome_file.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string of_environment(const char* name, const char* otherwise)
{
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : value;
}

template <class Number>
std::optional<Number> number_in(const Json& value, const char* key)
{
    const auto found = value.find(key);
    return found == value.end() || !found->is_number() ? std::nullopt : std::optional(found->template get<Number>());
}

template <class Number>
Json json_or_null(const std::optional<Number>& number)
{
    return number ? Json(*number) : Json();
}

} // namespace

std::string name_of_this_process()
{
    std::array<char, 256> host = {};
    gethostname(host.data(), host.size() - 1);
    return of_environment("SLURM_JOB_ID", "0") + "." + of_environment("SLURM_RESTART_COUNT", "0") + "." + host.data() + "." +
           std::to_string(getpid());
}

std::string outcome_file(const std::string& folder, const std::string& city)
{
    return (fs::path(folder) / (city + ".json")).string();
}

void write_outcome(const CityOutcome& outcome, const std::string& file, const std::string& unfinished)
{
    if (const auto there = read_outcome(file); there && has_result(there->state) && !has_result(outcome.state)) {
        return;
    }
    const Json value = {{"state", name_of(outcome.state)},
                        {"exit", json_or_null(outcome.exit)},
                        {"seconds", json_or_null(outcome.seconds)},
                        {"peak_mib", json_or_null(outcome.peak_mib)},
                        {"message", words::valid_utf8(outcome.message)}};
    const fs::path made = fs::path(unfinished) / (fs::path(file).filename().string() + "." + name_of_this_process());
    gis::write_file(made, value.dump() + "\n");
    gis::sync_to_disk(made);
    std::error_code error;
    fs::rename(made, file, error);
    if (error) {
        throw gis::WriteError(words::translate(words::Text::batch_outcome_not_written, {file, error.message()}));
    }
}

std::optional<CityOutcome> read_outcome(const std::string& file)
{
    std::ifstream text(file, std::ios::binary);
    const Json value = text ? Json::parse(text, nullptr, false) : Json();
    const auto state = value.is_object() ? city_state_named(value.value("state", "")) : std::nullopt;
    if (!state) {
        return std::nullopt;
    }
    CityOutcome outcome;
    outcome.state = *state;
    outcome.exit = number_in<int>(value, "exit");
    outcome.seconds = number_in<double>(value, "seconds");
    outcome.peak_mib = number_in<std::int64_t>(value, "peak_mib");
    outcome.message = value.value("message", "");
    return outcome;
}

} // namespace fieldgap
