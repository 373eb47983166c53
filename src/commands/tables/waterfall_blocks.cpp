#include "commands/tables/waterfall_blocks.hpp"

#include "cli/terminal.hpp"
#include "commands/tables/run_words.hpp"
#include "words/words.hpp"

#include <cmath>
#include <string>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double bar_columns = 44.0;

struct Step
{
    std::string name;
    ExactArea from;
    ExactArea amount;
    cli::Colour colour;
};

std::vector<Step> steps_of(const Waterfall& waterfall, const std::vector<Channel>& channels)
{
    std::vector<Step> steps = {{translate(Text::waterfall_required), {}, waterfall.required, cli::Colour::none}};
    ExactArea covered;
    const auto add = [&](std::string name, ExactArea amount, cli::Colour colour) {
        steps.push_back({std::move(name), covered, amount, colour});
        covered += amount;
    };
    add(translate(Text::waterfall_own), waterfall.own, cli::Colour::blue);
    for (const Channel channel : channels) {
        add(channel_word(channel), waterfall.given[channel], cli::Colour::cyan);
    }
    add(translate(Text::waterfall_residual), waterfall.residual, cli::Colour::yellow);
    return steps;
}

std::size_t column_of(ExactArea area, ExactArea whole)
{
    return static_cast<std::size_t>(std::lround(area.square_metres() / whole.square_metres() * bar_columns));
}

std::string bar(const Step& step, ExactArea whole, const BlockSigns& signs)
{
    const std::size_t from = column_of(step.from, whole);
    const std::size_t until = column_of(step.from + step.amount, whole);
    std::string text = step.amount > ExactArea() ? std::string(from, ' ') : "";
    for (std::size_t column = from; column < until; ++column) {
        text += signs.whole;
    }
    return from == until && step.amount > ExactArea() ? text + signs.trace : text;
}

std::vector<std::string> lines_of(const std::string& table)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < table.size();) {
        const std::size_t end = table.find('\n', at);
        lines.push_back(table.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

void add_waterfall(cli::Page& page, const Waterfall& waterfall, const std::vector<Channel>& channels, const BlockSigns& signs)
{
    const std::vector<Step> steps = steps_of(waterfall, channels);
    std::vector<std::vector<std::string>> rows;
    for (const Step& step : steps) {
        rows.push_back({step.name, area_text(step.amount)});
    }
    const std::string table = cli::text_table({{translate(Text::waterfall_title), false}, {translate(Text::waterfall_unit), true}}, rows);
    const std::vector<std::string> lines = lines_of(table);
    page.add(lines.front() + "\n", cli::Colour::bold);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string blocks = bar(steps[i], waterfall.required, signs);
        page.add(lines[i + 1] + (blocks.empty() ? "" : "  "));
        page.add(blocks, steps[i].colour);
        page.add("\n");
    }
}

} // namespace fieldgap
