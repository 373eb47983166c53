#include "commands/tables/run_words.hpp"

#include "cli/terminal.hpp"
#include "words/words.hpp"

namespace fieldgap {

using words::Text;
using words::translate;

std::string area_text(ExactArea area)
{
    constexpr std::int64_t ten_m2 = 1000;
    const bool is_whole = area.hundredths() % 100 == 0;
    return cli::grouped(area.square_metres(), is_whole || area.hundredths() >= ten_m2 ? 0 : 2);
}

std::string channel_word(Channel channel)
{
    switch (channel) {
    case Channel::share: return translate(Text::run_by_share);
    case Channel::rent: return translate(Text::run_by_rent);
    case Channel::basement: return translate(Text::run_by_basement);
    case Channel::expand: return translate(Text::run_by_expand);
    }
    return {};
}

namespace {

std::string in_words(const StandardStep& step)
{
    if (step.m2_per_pupil == 0.0) {
        return translate(Text::standard_base, {step.base_m2});
    }
    return step.base_m2 == 0.0 ? translate(Text::standard_each, {step.m2_per_pupil})
                               : translate(Text::standard_base_and_each, {step.base_m2, step.m2_per_pupil});
}

} // namespace

words::Value standard_in_words(const StageStandard& standard)
{
    const auto steps = standard.steps();
    if (standard.is_per_pupil()) {
        return steps.front().m2_per_pupil;
    }
    std::string text = in_words(steps.front());
    for (const StandardStep& step : steps.subspan(1)) {
        text = translate(Text::standard_from, {text, static_cast<long>(step.from_pupils), in_words(step)});
    }
    return text;
}

std::string listed(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items) {
        text = text.empty() ? item : translate(Text::run_listed, {text, item});
    }
    return text;
}

} // namespace fieldgap
