#include "layers/draft/config_answers.hpp"

#include "layers/config/config_schema.hpp"
#include "layers/draft/draft.hpp"
#include "words/toml_text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

namespace fieldgap {
namespace {

using config::Assignment;

bool is_question(const Assignment& assignment)
{
    const auto* text = std::get_if<std::string>(&assignment.value);
    const auto* list = std::get_if<std::vector<std::string>>(&assignment.value);
    return (text != nullptr && *text == "?") || (list != nullptr && std::find(list->begin(), list->end(), "?") != list->end());
}

std::string number_literal(double number)
{
    std::array<char, 40> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    std::string literal(digits.data(), error == std::errc() ? end : digits.data());
    return literal.find_first_of(".en") == std::string::npos ? literal + ".0" : literal;
}

std::string literal_of(const config::Value& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "true" : "false";
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return number_literal(*number);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return words::toml_text(*text);
    }
    if (const auto* day = std::get_if<Date>(&value)) {
        return text_of(*day);
    }
    std::string list;
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        for (const std::string& text : *texts) {
            list += (list.empty() ? "" : ", ") + words::toml_text(text);
        }
    }
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
        for (const double number : *numbers) {
            list += (list.empty() ? "" : ", ") + number_literal(number);
        }
    }
    return "[" + list + "]";
}

std::string literal_of(const Assignment& assignment);

/// In braces, whatever its file wrote it in.
std::string literal_of(const config::Tree& tree, const std::string& name)
{
    std::string keys;
    for (const Assignment& one : tree.keys) {
        keys += (keys.empty() ? " " : ", ") + one.key.substr(name.size() + 1) + " = " + literal_of(one);
    }
    return "{" + keys + " }";
}

std::string literal_of(const Assignment& assignment)
{
    if (const auto* tree = std::get_if<config::Tree>(&assignment.value)) {
        return literal_of(*tree, assignment.key);
    }
    const auto* trees = std::get_if<std::vector<config::Tree>>(&assignment.value);
    if (trees == nullptr) {
        return literal_of(assignment.value);
    }
    std::string list;
    for (const config::Tree& tree : *trees) {
        list += (list.empty() ? "" : ", ") + literal_of(tree, assignment.key);
    }
    return "[" + list + "]";
}

/// With which of the marks a line begins, whatever language wrote it; empty: with none.
std::string mark_of(const std::string& line)
{
    for (const words::Language language : {words::Language::en, words::Language::zh}) {
        if (std::string mark = looked_at_mark(language); line.starts_with(mark)) {
            return mark;
        }
    }
    return {};
}

/// The paths of the `looked at` lines; a line that is no TOML string is a comment like any other.
std::vector<std::filesystem::path> looked_at_in(const std::filesystem::path& file)
{
    std::vector<std::filesystem::path> paths;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const std::string mark = mark_of(line);
        if (mark.empty()) {
            continue;
        }
        try {
            const std::string text = "path = " + line.substr(mark.size());
            const toml::table table = toml::parse(std::string_view(text));
            if (const auto path = table["path"].value<std::string>()) {
                paths.push_back((file.parent_path() / *path).lexically_normal());
            }
        } catch (const toml::parse_error&) {
            continue;
        }
    }
    return paths;
}

} // namespace

Answers::Answers(const std::filesystem::path& file, const std::vector<std::string>& overrides) : file_(file)
{
    const config::Schema schema;
    Config scratch;
    for (Assignment& assignment : config::read_assignments(file.string(), overrides)) {
        if (!is_question(assignment) || !schema.find(assignment.key)) {
            schema.apply(assignment, scratch);
        }
        if (!is_question(assignment)) {
            if (!std::holds_alternative<config::Table>(assignment.value)) {
                keys_.push_back(assignment.key);
            }
            assignments_.push_back(std::move(assignment));
        }
    }
    looked_at_ = looked_at_in(file);
}

std::optional<std::string> Answers::literal(const std::string& key) const
{
    const auto found = std::find_if(assignments_.begin(), assignments_.end(), [&](const Assignment& assignment) {
        return assignment.key == key && !std::holds_alternative<config::Table>(assignment.value);
    });
    return found == assignments_.end() ? std::nullopt : std::optional(literal_of(*found));
}

std::optional<std::string> Answers::text(const std::string& key) const
{
    for (const Assignment& assignment : assignments_) {
        if (const auto* text = std::get_if<std::string>(&assignment.value); assignment.key == key && text != nullptr) {
            return *text;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Answers::texts(const std::string& key) const
{
    for (const Assignment& assignment : assignments_) {
        if (const auto* list = std::get_if<std::vector<std::string>>(&assignment.value); assignment.key == key && list != nullptr) {
            return *list;
        }
    }
    const auto one = text(key);
    return one ? std::vector<std::string>{*one} : std::vector<std::string>();
}

bool Answers::has_table(const std::string& key) const
{
    return std::any_of(assignments_.begin(), assignments_.end(), [&](const Assignment& assignment) {
        return assignment.key == key && std::holds_alternative<config::Table>(assignment.value);
    });
}

} // namespace fieldgap
