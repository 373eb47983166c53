#include "commands/run_register.hpp"

#include "domain/plan/surfaces.hpp"
#include "domain/register/register_findings.hpp"
#include "domain/register/run_amounts.hpp"
#include "domain/register/run_rows.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace fieldgap {
namespace {

/// The digest of the streets that walks were found on; empty where none are read.
std::string network_digest(const CityInput& input)
{
    const auto found = std::find_if(input.inputs.begin(), input.inputs.end(),
                                    [](const InputRecord& record) { return record.role == Role::network && record.called.empty(); });
    return found == input.inputs.end() ? "" : found->digest.sha256;
}

/// What the run was made with, and how good its data was.
std::vector<AmountRow> rows_of_making(const std::string& as_of, const CityInput& input, const Settings& settings, const Findings& findings,
                                      std::string_view version)
{
    std::vector<AmountRow> rows = {{as_of, "speed_m_per_min", settings.walk.speed_m_per_min, "", "m/min"},
                                   {as_of, "network_sha256", std::nullopt, network_digest(input), ""},
                                   {as_of, "version", std::nullopt, std::string(version), ""}};
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const auto issues = std::count_if(findings.begin(), findings.end(),
                                          [severity](const Finding& finding) { return severity_of(finding.code) == severity; });
        rows.push_back({as_of, "data_issues." + std::string(name_of(severity)), static_cast<double>(issues), "", ""});
    }
    return rows;
}

std::vector<AmountRow> rows_of_rural_ground(const std::string& as_of, const AnalysedCity& analysed)
{
    const auto ground = rural_ground(analysed);
    if (!ground) {
        return {};
    }
    return {{as_of, "rural.hard_m2", ground->hard_m2, "", "m2"},
            {as_of, "rural.soft_m2", ground->soft_m2, "", "m2"},
            {as_of, "rural.unknown_m2", ground->unknown_m2, "", "m2"}};
}

template <class Row>
void append(std::vector<Row>& to, const std::vector<Row>& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

RunRegister::RunRegister(const Config& config) : config_(config)
{
    if (is_kept()) {
        check_register(config.register_file.path, *config.settings.strike_off.as_of);
    }
}

std::string RunRegister::path_from(const std::string& result) const
{
    if (!is_kept()) {
        return {};
    }
    namespace fs = std::filesystem;
    std::error_code error;
    const auto whole = [&error](const fs::path& path) { return fs::weakly_canonical(fs::absolute(path, error), error); };
    return whole(register_place(config_.register_file.path)).lexically_proximate(whole(result).parent_path()).string();
}

void RunRegister::take(const CityInput& input, const WalkNetworkView& walking, Results& results, std::string_view version)
{
    if (!is_kept()) {
        return;
    }
    const Date as_of = *config_.settings.strike_off.as_of;
    file_ = std::make_unique<RegisterFile>(config_.register_file.path, as_of);
    const AnalysedCity analysed{input.city, results, walking, config_.settings};
    after_ = issues_after(file_->content(), found_schools(analysed), as_of);
    append(after_.content.runs, run_rows(analysed, after_));
    append(results.findings, after_.findings);
    append(after_.content.amounts, amount_rows(after_));
    append(after_.content.amounts, rows_of_rural_ground(after_.as_of, analysed));
    append(after_.content.amounts, rows_of_making(after_.as_of, input, config_.settings, results.findings, version));
    file_->write(after_);
}

void RunRegister::commit(cli::Log& log)
{
    if (file_ != nullptr) {
        file_->commit();
        log.info(words::translate(words::Text::register_written, {words::valid_utf8(config_.register_file.path), after_.issues.size(),
                                                                  count_in(after_, IssueState::closed)}));
    }
}

Findings findings_of_register(const Config& config, const City& city)
{
    if (config.register_file.path.empty()) {
        return {};
    }
    std::set<std::string> school_ids;
    for (const School& school : city.schools) {
        school_ids.insert(school.id);
    }
    return register_findings(read_register(config.register_file.path, *config.settings.strike_off.as_of), school_ids);
}

} // namespace fieldgap
