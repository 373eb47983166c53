#include "layers/draft/draft_datum.hpp"

#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {

using words::Text;
using words::translate;

void ask_once_for_datum(Draft& draft, const Answers& answers)
{
    std::string asked;
    for (DraftInput& input : draft.inputs) {
        const auto key =
            std::find_if(input.keys.begin(), input.keys.end(), [](const DraftKey& one) { return one.name == "datum" && one.is_open(); });
        if (key == input.keys.end()) {
            continue;
        }
        const std::string table = "inputs." + std::string(name_of(input.role));
        if (asked.empty()) {
            asked = table;
        } else if (const auto answer = answers.text(asked + ".datum")) {
            *key = {"datum", words::toml_text(*answer), translate(Text::init_datum_as, {asked}), {}};
        } else if (!answers.text(table + ".datum")) {
            input.keys.erase(key);
            input.comments.push_back(translate(Text::init_datum_as, {asked}));
        }
    }
}

} // namespace fieldgap
