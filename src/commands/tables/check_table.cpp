#include "commands/tables/check_table.hpp"

#include "cli/terminal.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using cli::TableColumn;
using words::Text;
using words::translate;

constexpr std::size_t records_shown = 10;
constexpr std::size_t message_columns = 100;
constexpr std::size_t id_columns = 24;

TableColumn left(Text head)
{
    return {translate(head), false};
}

TableColumn right(Text head)
{
    return {translate(head), true};
}

std::string count_text(std::size_t count)
{
    return cli::grouped(static_cast<double>(count), 0);
}

std::string effect_text(const std::optional<double>& effect_m2)
{
    return effect_m2 ? cli::grouped(*effect_m2, 0) : "-";
}

std::string text_or_dash(const std::string& text)
{
    return text.empty() ? "-" : text;
}

std::string input_table(const std::vector<InputRecord>& inputs)
{
    std::vector<std::vector<std::string>> rows;
    rows.reserve(inputs.size());
    for (const InputRecord& input : inputs) {
        rows.push_back({std::string(name_of(input.role)), input.path, text_or_dash(input.layer), text_or_dash(input.encoding),
                        text_or_dash(input.crs), count_text(input.rows), count_text(input.used), count_text(input.left_out)});
    }
    return cli::text_table({left(Text::check_input), left(Text::check_file), left(Text::check_layer), left(Text::check_encoding),
                            left(Text::check_crs), right(Text::check_rows), right(Text::check_used), right(Text::check_left_out)},
                           rows);
}

std::string code_table(const std::vector<Issue>& issues)
{
    std::vector<std::vector<std::string>> rows;
    for (const IssueGroup& group : grouped_by_code(issues)) {
        const std::string& id = group.example->finding->feature_id;
        const std::string place = group.example->finding->layer + (id.empty() ? "" : " " + cli::cut(id, id_columns));
        rows.push_back({std::string(name_of(severity_of(group.code))), std::string(code_of(group.code)), count_text(group.count),
                        effect_text(group.sum_m2), effect_text(group.greatest_m2),
                        cli::cut(place + ": " + group.example->message, message_columns)});
    }
    return cli::text_table({left(Text::check_severity), left(Text::check_code), right(Text::check_count), right(Text::check_sum),
                            right(Text::check_greatest), left(Text::check_example)},
                           rows);
}

std::string record_table(const std::vector<const Issue*>& issues)
{
    std::vector<std::vector<std::string>> rows;
    for (const Issue* issue : issues) {
        const Finding& finding = *issue->finding;
        rows.push_back({effect_text(issue->gap_effect_m2), std::string(code_of(finding.code)), finding.layer,
                        cli::cut(text_or_dash(finding.feature_id), id_columns), cli::cut(issue->message, message_columns)});
    }
    return cli::text_table(
        {right(Text::check_effect), left(Text::check_code), left(Text::check_layer), left(Text::check_feature), left(Text::check_message)},
        rows);
}

} // namespace

std::string check_table(const CheckedCity& checked)
{
    std::string text = input_table(checked.inputs) + "\n";
    if (checked.issues.empty()) {
        return text + translate(Text::check_no_issues) + "\n";
    }
    text += checked.gap_m2 ? translate(Text::check_issues, {checked.issues.size(), cli::grouped(*checked.gap_m2, 0)})
                           : translate(Text::check_issues_gap_unknown, {checked.issues.size()});
    text += "\n" + code_table(checked.issues);
    if (const auto greatest = greatest_effects(checked.issues, records_shown); !greatest.empty()) {
        text += "\n" + translate(Text::check_greatest_records) + "\n" + record_table(greatest);
    }
    return text;
}

} // namespace fieldgap
