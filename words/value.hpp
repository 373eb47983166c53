#pragma once
// What every room needs to know of texts: their language, the values put into them, and that they have ids. The ids themselves stand in
// words/words.hpp, which only those include that say something: a new text rebuilds little.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace words {

/// Languages in which everything can be said, by the names that `--lang` takes.
enum class Language : std::uint8_t { en, zh };
inline constexpr std::array<std::string_view, 2> language_names = {"en", "zh"};

/// The language of this name; nothing where there is none.
std::optional<Language> language_named(std::string_view name);

/// The language of all that is said from now on, English before. To be set before the work begins: one process speaks one language.
void set_language(Language language);
Language language();

enum class Text : std::uint16_t;

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

/// A text with each `{}` replaced in order (format of the fmt library; `{:.2f}` and the like hold for numbers).
std::string fill(std::string_view text, std::initializer_list<Value> values);
std::string fill(std::string_view text, const Value* first, std::size_t count);

} // namespace words
