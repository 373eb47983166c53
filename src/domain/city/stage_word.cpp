#include "domain/city/stage_word.hpp"

#include "words/words.hpp"

#include <array>

namespace fieldgap {

std::string stage_word(Stage stage)
{
    using words::Text;
    constexpr std::array<Text, 3> texts = {Text::reason_primary, Text::reason_junior, Text::reason_senior};
    return words::translate(texts[static_cast<std::size_t>(stage)]);
}

} // namespace fieldgap
