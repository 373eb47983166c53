#include "batch/cities/result_facts.hpp"

#include "batch/cities/city_digest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace fieldgap {
namespace {

using Json = nlohmann::json;

std::optional<double> number_at(const Json& counts, const char* key)
{
    const auto found = counts.find(key);
    return found != counts.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<std::int64_t> whole(std::optional<double> number)
{
    return number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

std::string digest_of_provenance(const Json& provenance)
{
    std::vector<DigestedInput> inputs;
    for (const Json& input : provenance.at("inputs")) {
        if (const auto sha256 = input.at("sha256").get<std::string>(); !sha256.empty()) { // else nothing read it
            inputs.push_back({input.at("input").get<std::string>(), sha256});
        }
    }
    return digest_of(
        {provenance.at("version").get<std::string>(), provenance.at("city").get<std::string>(), provenance.at("config").dump()}, inputs);
}

std::string provenance_in(const SQLite::Database& file)
{
    SQLite::Statement row(file, "SELECT metadata FROM gpkg_metadata ORDER BY id LIMIT 1");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

bool has_errors_in(const SQLite::Database& file)
{
    SQLite::Statement row(file, "SELECT EXISTS (SELECT 1 FROM data_issues WHERE severity = 'error')");
    return row.executeStep() && row.getColumn(0).getInt() != 0;
}

} // namespace

std::optional<ResultFacts> facts_of_result(const std::string& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) { // a pipe would be waited for
        return std::nullopt;
    }
    try {
        const SQLite::Database file(path, SQLite::OPEN_READONLY);
        const Json provenance = Json::parse(provenance_in(file));
        const Json& counts = provenance.at("counts");
        return ResultFacts{digest_of_provenance(provenance), has_errors_in(file), whole(number_at(counts, "schools")),
                           number_at(counts, "gap_m2"), number_at(counts, "residual_m2")};
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace fieldgap
