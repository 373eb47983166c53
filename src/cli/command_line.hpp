#pragma once
// One command's options, declared one a line; CLI11 stays behind this header.

#include "words/value.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace fieldgap::cli {

/// Bounds of a whole number, both included.
struct Range
{
    std::uint64_t low;
    std::uint64_t high;
};

/// An option, or a word without a dash, as the man page says it.
struct OptionText
{
    std::vector<std::string> names; ///< such as -o and --output; of a word none
    std::string value;              ///< placeholder, such as FILE; empty for a flag
    std::string help;
    bool is_word = false;
    bool repeats = false; ///< more than one value may be given
};

/// Values are borrowed until `parse` has filled them in; what is not given keeps the value it has. `names` are such as `-o,--output`.
class CommandLine
{
public:
    CommandLine(std::string_view name, words::Text about);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    /// A word without a dash, such as CONFIG.
    void word(const char* placeholder, std::string& value, const std::string& help);
    /// Any number of words.
    void words(const char* placeholder, std::vector<std::string>& values, const std::string& help);
    void text(const char* names, const char* placeholder, std::string& value, const std::string& help);
    /// With a value or, last on the line or before another option, without: empty then. Absent where it is not given.
    void optional_text(const char* names, const char* placeholder, std::optional<std::string>& value, const std::string& help);
    void texts(const char* names, const char* placeholder, std::vector<std::string>& values, const std::string& help);
    /// For other commands alone: no help, man page or suggestion names it.
    void hidden_texts(const char* names, std::vector<std::string>& values);
    void flag(const char* names, bool& value, const std::string& help);

    template <class Number>
    void number(const char* names, const char* placeholder, Number& value, Range range, const std::string& help)
    {
        whole_number(names, placeholder, range, help, [&value](std::uint64_t given) { value = static_cast<Number>(given); });
    }

    /// Throws gis::UsageError, naming the nearest valid option.
    void parse(std::vector<std::string> arguments);

    std::string help() const;
    /// In the order in which they were declared.
    std::vector<OptionText> options() const;
    const std::string& name() const { return name_; }

private:
    using Setter = std::function<void(std::uint64_t)>;

    void whole_number(const char* names, const char* placeholder, Range range, const std::string& help, Setter set);
    void refuse_leftovers() const;
    std::vector<const CLI::Option*> shown_options() const;
    std::vector<std::string> option_names() const;
    std::string words_taken() const;

    std::string name_;
    std::unique_ptr<CLI::App> app_;
};

} // namespace fieldgap::cli
