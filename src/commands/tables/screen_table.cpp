#include "commands/tables/screen_table.hpp"

#include "cli/terminal.hpp"
#include "layers/result/reasons.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t id_columns = 24;
constexpr std::size_t binding_columns = 36;
constexpr std::size_t reason_columns = 100;

std::string number_text(const std::optional<double>& number, int decimals)
{
    return number ? cli::grouped(*number, decimals) : "-";
}

std::string carries_text(const SiteRow& row)
{
    return row.carries_households ? cli::grouped(static_cast<double>(*row.carries_households), 0) : "-";
}

std::string first_reason(const SiteOut& row)
{
    const Reasons& reasons = row.row().estate.reasons;
    return reasons.empty() ? "" : cli::cut(reasons_text({reasons.front()}, row.view.city.city), reason_columns);
}

std::string site_text(const SiteOut& row)
{
    return cli::cut(row.site != nullptr ? row.id : row.id + " (" + translate(Text::screen_together) + ")", id_columns);
}

std::vector<std::string> line_of(const SiteOut& row)
{
    const SiteRow& site = row.row();
    return {site_text(row),
            number_text(households_of(row), 0),
            number_text(site.estate.pupils[Stage::primary].pupils, 1),
            number_text(site.estate.pupils[Stage::junior].pupils, 1),
            verdict_word(site.estate.verdict.value_or(Verdict::unknown)),
            carries_text(site),
            cli::cut(site.binding ? binding_words(*site.binding, row.view.city.city) : "-", binding_columns),
            first_reason(row)};
}

} // namespace

std::string screen_table(const ScreenView& view)
{
    std::vector<std::vector<std::string>> lines;
    for (const SiteOut& row : site_rows(view)) {
        if (row.site != nullptr || view.sites.size() > 1) {
            lines.push_back(line_of(row));
        }
    }
    return cli::text_table({{translate(Text::screen_site), false},
                            {translate(Text::screen_households), true},
                            {translate(Text::screen_primary), true},
                            {translate(Text::screen_junior), true},
                            {translate(Text::screen_verdict), false},
                            {translate(Text::screen_carries), true},
                            {translate(Text::screen_binding), false},
                            {translate(Text::screen_reason), false}},
                           lines);
}

} // namespace fieldgap
