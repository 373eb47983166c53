#pragma once
// The one catalogue of texts that a user sees. Ids and English texts stand in words/*.def, the same texts in Chinese in words/zh.def.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace words {

/// Languages in which everything can be said, by the names that `--lang` takes.
enum class Language : std::uint8_t { en, zh };
inline constexpr std::array<std::string_view, 2> language_names = {"en", "zh"};

/// The language of all that is said from now on, English before. To be set before the work begins: one process speaks one language.
void speak(Language language);
Language spoken();

/// One id for each text of errors, logs, progress and help.
enum class Text : std::uint16_t {
#define WORDS_TEXT(id, en) id,
#include "words/cli.def"
#include "words/estates.def"
#include "words/gis.def"
#include "words/init.def"
#include "words/layers.def"
#include "words/results.def"
#include "words/screen.def"
#undef WORDS_TEXT
    count
};

/// A value to put into a text. Numbers print without trailing zeros.
class Value
{
public:
    Value(std::string_view text) : value_(std::string(text)) {}
    Value(const std::string& text) : value_(text) {}
    Value(const char* text) : value_(std::string(text)) {}
    Value(double number) : value_(number) {}
    Value(int number) : value_(static_cast<std::int64_t>(number)) {}
    Value(unsigned number) : value_(static_cast<std::int64_t>(number)) {}
    Value(long number) : value_(static_cast<std::int64_t>(number)) {}
    Value(unsigned long number) : value_(static_cast<std::int64_t>(number)) {}

    const std::variant<std::string, std::int64_t, double>& value() const { return value_; }

private:
    std::variant<std::string, std::int64_t, double> value_;
};

/// The text with each `{}` replaced in order (format of the fmt library; `{:.2f}` and the like hold for numbers).
std::string say(Text id, std::initializer_list<Value> values = {});

/// The same for a text that is not in the table (the messages of findings).
std::string fill(std::string_view text, std::initializer_list<Value> values);
std::string fill(std::string_view text, const Value* first, std::size_t count);

/// The bare text, as in the catalogue of the language spoken.
std::string_view text_of(Text id);

} // namespace words
