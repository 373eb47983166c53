#include "commands/tables/verify_table.hpp"

#include "cli/terminal.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;
using verify::Case;
using verify::Check;
using verify::Fault;
using words::Text;
using words::translate;

struct Title
{
    std::string_view check;
    Text text;
};

constexpr std::array<Title, 24> titles = {{
    {"layers", Text::verify_title_layers},
    {"need", Text::verify_title_need},
    {"ground", Text::verify_title_ground},
    {"stages", Text::verify_title_stages},
    {"status", Text::verify_title_status},
    {"ledger", Text::verify_title_ledger},
    {"sums", Text::verify_title_sums},
    {"givers", Text::verify_title_givers},
    {"twice", Text::verify_title_twice},
    {"reach", Text::verify_title_reach},
    {"routes", Text::verify_title_routes},
    {"eligibility", Text::verify_title_eligibility},
    {"caps", Text::verify_title_caps},
    {"lots", Text::verify_title_lots},
    {"leases", Text::verify_title_leases},
    {"prices", Text::verify_title_prices},
    {"districts", Text::verify_title_districts},
    {"certificate", Text::verify_title_certificate},
    {"maximum", Text::verify_title_maximum},
    {"least_cost", Text::verify_title_least_cost},
    {"budget", Text::verify_title_budget},
    {"bound", Text::verify_title_bound},
    {"bottlenecks", Text::verify_title_bottlenecks},
    {"summary", Text::verify_title_summary},
}};

std::string title_of(const Check& check)
{
    const auto* const found = std::find_if(titles.begin(), titles.end(), [&](const Title& title) { return title.check == check.name(); });
    return found == titles.end() ? std::string(check.name()) : translate(found->text);
}

/// Ids and values are anybody's: no byte of them may stop a terminal, or JSON.
std::string sentence(const Case& one)
{
    const std::string subject = words::valid_utf8(one.subject);
    const std::string found = words::valid_utf8(one.found);
    switch (one.fault) {
    case Fault::differs: return translate(Text::verify_differs, {subject, one.what, found, one.against, one.expected});
    case Fault::exceeds: return translate(Text::verify_exceeds, {subject, one.what, found, one.against, one.expected});
    case Fault::undercuts: return translate(Text::verify_undercuts, {subject, one.what, found, one.against, one.expected});
    case Fault::unknown: return translate(Text::verify_unknown, {subject, one.what, found, one.against});
    case Fault::missing: return translate(Text::verify_missing, {subject, one.what, one.against});
    case Fault::twice: return translate(Text::verify_twice, {subject, one.what, found, one.against});
    case Fault::malformed: return translate(Text::verify_malformed, {subject, one.what, found, one.against});
    }
    return {};
}

std::string worst_of(const Check& check)
{
    if (check.claims() == 0) {
        return translate(Text::verify_is_empty);
    }
    return check.worst() ? sentence(*check.worst()) : translate(Text::verify_is_exact);
}

std::string count_text(std::size_t count)
{
    return cli::grouped(static_cast<double>(count), 0);
}

Json json_of(const Check& check)
{
    Json json;
    json["check"] = std::string(check.name());
    json["accepted"] = check.is_accepted();
    json["claims"] = check.claims();
    json["wrong"] = check.faults();
    json["worst"] = nullptr;
    if (const auto& worst = check.worst()) {
        json["worst"] = {{"subject", worst->subject}, {"what", worst->what},         {"found", worst->found},
                         {"against", worst->against}, {"expected", worst->expected}, {"message", sentence(*worst)}};
    }
    return json;
}

} // namespace

std::string verify_table(const verify::Verdict& verdict)
{
    std::vector<std::vector<std::string>> rows;
    for (const Check& check : verdict.checks) {
        rows.push_back({translate(check.is_accepted() ? Text::verify_is_ok : Text::verify_is_refused), std::string(check.name()),
                        title_of(check), count_text(check.claims()), count_text(check.faults()), worst_of(check)});
    }
    return cli::text_table({{translate(Text::verify_head_verdict), false},
                            {translate(Text::verify_head_check), false},
                            {translate(Text::verify_head_title), false},
                            {translate(Text::verify_head_claims), true},
                            {translate(Text::verify_head_wrong), true},
                            {translate(Text::verify_head_worst), false}},
                           rows);
}

std::string verify_json(const verify::Verdict& verdict, const std::string& file)
{
    Json json;
    json["file"] = file;
    json["accepted"] = verdict.is_accepted();
    json["version"] = verdict.version;
    json["schema_version"] = verdict.schema_version;
    json["has_certificate"] = verdict.has_certificate;
    json["checks"] = Json::array();
    for (const Check& check : verdict.checks) {
        json["checks"].push_back(json_of(check));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string refusing_checks(const verify::Verdict& verdict)
{
    std::vector<std::string> names;
    for (const Check& check : verdict.checks) {
        if (!check.is_accepted()) {
            names.emplace_back(check.name());
        }
    }
    return words::joined(names);
}

} // namespace fieldgap
