#include "layers/output/screen_summary.hpp"

#include "layers/output/summary.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<Verdict, 4> all_verdicts = {Verdict::pass, Verdict::conditional, Verdict::fail, Verdict::unknown};

/// Columns of `sites` that are sums where all sites are taken together, and their units.
struct Sum
{
    std::string_view column;
    const char* unit;
};
constexpr std::array<Sum, 10> sums = {{{"households", ""},
                                       {"pupils_primary", ""},
                                       {"pupils_junior", ""},
                                       {"seats_short_primary", ""},
                                       {"seats_short_junior", ""},
                                       {"extra_required_m2", "m2"},
                                       {"extra_gap_m2", "m2"},
                                       {"needed_classes", ""},
                                       {"needed_field_m2", "m2"},
                                       {"reward", "yuan"}}};

std::optional<double> number_in(const gis::Cell& cell)
{
    if (const auto* real = std::get_if<double>(&cell)) {
        return *real;
    }
    const auto* whole = std::get_if<std::int64_t>(&cell);
    return whole != nullptr ? std::optional(static_cast<double>(*whole)) : std::nullopt;
}

std::size_t count_of(const ScreenView& view, Verdict verdict)
{
    std::size_t count = 0;
    for (const SiteScreening& one : view.screening.alone) {
        count += one.row.estate.verdict == verdict ? 1U : 0U;
    }
    return count;
}

Json json_of(const gis::Cell& cell)
{
    return std::visit(
        [](const auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                return Json();
            } else {
                return Json(value);
            }
        },
        cell);
}

} // namespace

std::vector<SummaryLine> screen_summary(const ScreenView& view, const Findings& findings)
{
    std::vector<SummaryLine> lines = {{"sites", static_cast<double>(view.sites.size()), ""}};
    for (const Verdict verdict : all_verdicts) {
        lines.push_back({"sites." + std::string(name_of(verdict)), static_cast<double>(count_of(view, verdict)), ""});
    }
    const SiteOut together{view, "", nullptr, view.screening.together};
    for (const LayerColumn<SiteOut>& column : site_columns()) {
        for (const Sum& sum : sums) {
            if (column.name == sum.column) {
                lines.push_back({column.name, number_in(column.value(together)), sum.unit});
            }
        }
    }
    for (SummaryLine& line : issue_counts(findings)) {
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string screen_json(const ScreenView& view, const std::vector<SummaryLine>& lines)
{
    Json document;
    document["sites"] = Json::array();
    const auto columns = site_columns();
    for (const SiteOut& row : site_rows(view)) {
        Json site;
        for (const LayerColumn<SiteOut>& column : columns) {
            site[column.name] = json_of(column.value(row));
        }
        document["sites"].push_back(std::move(site));
    }
    Json& summary = document["summary"] = Json::object();
    for (const SummaryLine& line : lines) {
        summary[line.key] = line.value ? Json(*line.value) : Json();
    }
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; // names come from files
}

} // namespace fieldgap
