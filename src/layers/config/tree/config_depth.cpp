#include "layers/config/tree/config_depth.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap::config {
namespace {

constexpr int most_dots = 16;

/// Walks over TOML, telling keys from texts and comments only. What is no TOML is left to the parser.
class Scanner
{
public:
    explicit Scanner(std::string_view toml) : toml_(toml) {}

    /// Position of the dot that is too much, or npos.
    std::size_t deep_key()
    {
        while (at_ < toml_.size()) {
            const char c = toml_[at_];
            if (c == '"' || c == '\'') {
                skip_text(c);
                continue;
            }
            if (c == '#') {
                at_ = std::min(toml_.find('\n', at_), toml_.size());
                continue;
            }
            if (count_dots(c) > most_dots) {
                return at_;
            }
            ++at_;
        }
        return std::string_view::npos;
    }

private:
    int count_dots(char c)
    {
        constexpr std::string_view ends_key = "\n=,[]{}";
        if (ends_key.find(c) != std::string_view::npos) {
            dots_ = 0;
        }
        dots_ += c == '.' ? 1 : 0;
        return dots_;
    }

    void skip_text(char quote)
    {
        const auto triple = std::string(3, quote);
        const bool is_long = toml_.substr(at_, 3) == triple;
        at_ += is_long ? 3U : 1U;
        const std::string_view end = is_long ? std::string_view(triple) : std::string_view(triple).substr(0, 1);
        while (at_ < toml_.size() && toml_.substr(at_, end.size()) != end) {
            if (!is_long && toml_[at_] == '\n') {
                return; // an unfinished text: the parser will say so
            }
            at_ += quote == '"' && toml_[at_] == '\\' ? 2U : 1U;
        }
        at_ = std::min(at_ + end.size(), toml_.size());
    }

    std::string_view toml_;
    std::size_t at_ = 0;
    int dots_ = 0;
};

} // namespace

void refuse_deep_keys(std::string_view toml, const std::string& source)
{
    const auto at = Scanner(toml).deep_key();
    if (at == std::string_view::npos) {
        return;
    }
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : toml.substr(0, at)) {
        column = c == '\n' ? 1 : column + 1;
        line += c == '\n' ? 1 : 0;
    }
    const auto where = words::translate(words::Text::config_place, {source, line, column});
    throw gis::UsageError(words::translate(words::Text::config_key_too_deep, {where}));
}

} // namespace fieldgap::config
