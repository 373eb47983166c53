#include "batch/slurm/task_file.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

/// Names of files are bytes, and JSON takes UTF-8 only: other bytes go as a list of numbers.
Json json_of(const std::string& bytes)
{
    return words::is_valid_utf8(bytes) ? Json(bytes) : Json(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

std::string bytes_in(const Json& value)
{
    if (value.is_string()) {
        return value.get<std::string>();
    }
    const auto bytes = value.get<std::vector<std::uint8_t>>();
    return {bytes.begin(), bytes.end()};
}

template <class Number>
Json json_or_null(const std::optional<Number>& number)
{
    return number ? Json(*number) : Json();
}

template <class Number>
std::optional<Number> number_or_none(const Json& value)
{
    return value.is_null() ? std::nullopt : std::optional(value.get<Number>());
}

Json json_of(const TaskCity& city)
{
    Json arguments = Json::array();
    for (const std::string& word : city.work.arguments) {
        arguments.push_back(json_of(word));
    }
    return {
        {"name", json_of(city.name)}, {"log", json_of(city.work.log)}, {"input_bytes", city.work.input_bytes}, {"arguments", arguments}};
}

TaskCity city_in(const Json& value)
{
    TaskCity city{bytes_in(value.at("name")), {{}, bytes_in(value.at("log")), value.at("input_bytes").get<std::uint64_t>()}};
    for (const Json& word : value.at("arguments")) {
        city.work.arguments.push_back(bytes_in(word));
    }
    return city;
}

SlurmTask task_in(const Json& value)
{
    SlurmTask task;
    task.language = words::language_named(value.at("language").get<std::string>()).value_or(task.language);
    task.jobs = value.at("jobs").get<unsigned>();
    task.memory_mib = value.at("memory_mib").get<std::int64_t>();
    task.limits.memory_mib = number_or_none<std::int64_t>(value.at("city_memory_mib"));
    task.limits.seconds = number_or_none<double>(value.at("city_seconds"));
    task.outcomes = bytes_in(value.at("outcomes"));
    task.unfinished = bytes_in(value.at("unfinished"));
    for (const Json& city : value.at("cities")) {
        task.cities.push_back(city_in(city));
    }
    return task;
}

} // namespace

void write_task(const SlurmTask& task, const std::string& file)
{
    Json value = {{"language", words::language_names[static_cast<std::size_t>(task.language)]},
                  {"jobs", task.jobs},
                  {"memory_mib", task.memory_mib},
                  {"city_memory_mib", json_or_null(task.limits.memory_mib)},
                  {"city_seconds", json_or_null(task.limits.seconds)},
                  {"outcomes", json_of(task.outcomes)},
                  {"unfinished", json_of(task.unfinished)},
                  {"cities", Json::array()}};
    for (const TaskCity& city : task.cities) {
        value["cities"].push_back(json_of(city));
    }
    gis::write_file(file, value.dump(2) + "\n");
}

SlurmTask read_task(const std::string& file)
{
    std::ifstream text(file, std::ios::binary);
    try {
        return task_in(Json::parse(text));
    } catch (const Json::exception&) {
        throw gis::Error(words::translate(words::Text::batch_task_unreadable, {file}));
    }
}

} // namespace fieldgap
