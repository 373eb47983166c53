#include "commands/tables/programme_table.hpp"

#include "cli/terminal.hpp"
#include "domain/plan/plan_course.hpp"
#include "domain/plan/programme.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t name_columns = 40;
constexpr std::size_t unit_columns = 16;
const char* const unknown = "-";

/// As many decimals as it has, thousands apart.
std::string quantity_text(const std::optional<Quantity>& quantity)
{
    if (!quantity) {
        return unknown;
    }
    const std::string exact = quantity->text();
    const std::size_t dot = std::min(exact.find('.'), exact.size());
    const std::size_t decimals = exact.size() - std::min(dot + 1, exact.size());
    return cli::grouped(quantity->number(), static_cast<int>(decimals));
}

std::vector<std::string> line_of(const ProgrammeRow& row)
{
    return {cli::cut(row.name, name_columns),
            cli::cut(row.unit, unit_columns),
            std::to_string(row.year),
            quantity_text(row.target),
            quantity_text(row.done),
            row.pace ? cli::grouped(*row.pace, 2) : unknown,
            row.forecast_year ? std::to_string(*row.forecast_year) : unknown};
}

} // namespace

std::string programme_table(const ResultView& view)
{
    std::vector<std::vector<std::string>> lines;
    for (const ProgrammeRow& row : rows_of_year(programme_rows(view.settings.programmes), year_of_run(view.analysed().measured()))) {
        lines.push_back(line_of(row));
    }
    if (lines.empty()) {
        return {};
    }
    return cli::text_table({{translate(Text::programme_heading), false},
                            {translate(Text::programme_unit), false},
                            {translate(Text::programme_year), true},
                            {translate(Text::programme_target), true},
                            {translate(Text::programme_done), true},
                            {translate(Text::programme_pace), true},
                            {translate(Text::programme_forecast), true}},
                           lines);
}

} // namespace fieldgap
