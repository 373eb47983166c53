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

std::string listed(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items) {
        text = text.empty() ? item : translate(Text::run_listed, {text, item});
    }
    return text;
}

} // namespace fieldgap
