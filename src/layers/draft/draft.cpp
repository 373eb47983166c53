#include "layers/draft/draft.hpp"

#include "words/toml_text.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t comment_column = 32;
constexpr std::size_t longest_line = 140;

bool is_bare(const std::string& key)
{
    return !key.empty() &&
           std::all_of(key.begin(), key.end(), [](unsigned char c) { return c < 0x80 && (std::isalnum(c) != 0 || c == '_' || c == '-'); });
}

/// A comment in lines of some width, broken at spaces only.
std::string comment_lines(const std::string& text)
{
    const std::string indent = "  ";
    std::string out;
    std::string rest = words::visible(text);
    while (rest.size() > longest_line) {
        const std::size_t space = rest.rfind(' ', longest_line);
        if (space == std::string::npos || space <= indent.size()) {
            break;
        }
        out += "# " + rest.substr(0, space) + "\n";
        rest = indent + rest.substr(space + 1);
    }
    return out + "# " + rest + "\n";
}

std::string aligned(std::string line, const std::string& comment)
{
    if (comment.empty()) {
        return line + "\n";
    }
    line.append(line.size() < comment_column ? comment_column - line.size() : 1, ' ');
    return line + "# " + words::visible(comment) + "\n";
}

/// A short comment stands behind the value, a long one above it; choices below it.
std::string key_lines(const DraftKey& key, const std::string& literal)
{
    const std::string line = toml_key(key.name) + " = " + literal;
    const bool is_short = key.comment.empty() || key.comment.size() + std::max(line.size(), comment_column) < longest_line;
    std::string out = is_short ? aligned(line, key.comment) : comment_lines(key.comment) + line + "\n";
    for (const std::string& choice : key.choices) {
        out += "#   " + words::visible(choice) + "\n";
    }
    return out;
}

std::string column_map(const std::vector<DraftKey>& columns)
{
    std::string list;
    for (const DraftKey& column : columns) {
        list += (list.empty() ? " " : ", ") + toml_key(column.name) + " = " + column.literal;
    }
    return "{" + list + " }";
}

std::string input_lines(const DraftInput& input)
{
    std::string out = "\n";
    for (const std::string& comment : input.comments) {
        out += comment_lines(comment);
    }
    out += "[inputs." + std::string(name_of(input.role)) + "]\n";
    for (const DraftKey& key : input.keys) {
        out += key_lines(key, key.literal);
    }
    for (const DraftKey& column : input.columns) {
        if (!column.comment.empty()) {
            out += comment_lines(column.name + ": " + column.comment);
        }
        for (const std::string& choice : column.choices) {
            out += "#   " + words::visible(choice) + "\n";
        }
    }
    return input.columns.empty() ? out : out + "columns = " + column_map(input.columns) + "\n";
}

/// Keys `a.b` that follow each other are one inline table.
std::string section_lines(const DraftSection& section)
{
    std::string out = "\n";
    for (const std::string& comment : section.comments) {
        out += comment_lines(comment);
    }
    out += "[" + section.name + "]\n";
    for (std::size_t i = 0; i < section.keys.size();) {
        const std::size_t dot = section.keys[i].name.find('.');
        if (dot == std::string::npos) {
            out += key_lines(section.keys[i], section.keys[i].literal);
            ++i;
            continue;
        }
        DraftKey table{section.keys[i].name.substr(0, dot), "", section.keys[i].comment, {}};
        std::vector<DraftKey> inner;
        for (; i < section.keys.size() && section.keys[i].name.starts_with(table.name + "."); ++i) {
            inner.push_back(section.keys[i]);
            inner.back().name.erase(0, dot + 1);
        }
        out += key_lines(table, column_map(inner));
    }
    return out;
}

void ask(std::vector<std::string>& questions, const std::string& table, const std::vector<DraftKey>& keys)
{
    for (const DraftKey& key : keys) {
        if (key.is_open()) {
            std::string choices;
            for (const std::string& choice : key.choices) {
                choices += (choices.empty() ? "" : " | ") + words::visible(choice);
            }
            questions.push_back(translate(Text::init_question, {table + "." + key.name, key.brief.empty() ? choices : key.brief}));
        }
    }
}

} // namespace

std::string toml_key(const std::string& key)
{
    return is_bare(key) ? key : words::toml_text(key);
}

std::string looked_at_mark(words::Language language)
{
    const std::string_view text = words::text_of(Text::init_looked_at, language);
    return "# " + std::string(text.substr(0, text.find('{')));
}

std::string config_text(const Draft& draft)
{
    std::string out = comment_lines(translate(Text::init_head));
    out += comment_lines(translate(Text::init_head_again));
    for (const std::string& path : draft.looked_at) {
        out += looked_at_mark(words::language()) + words::toml_text(path) + "\n";
    }
    for (const DraftSection& section : draft.before) {
        out += section_lines(section);
    }
    for (const DraftInput& input : draft.inputs) {
        out += input_lines(input);
    }
    for (const DraftSection& section : draft.after) {
        out += section_lines(section);
    }
    for (std::size_t i = 0; i < draft.not_used.size(); ++i) {
        out += (i == 0 ? "\n" + comment_lines(translate(Text::init_not_used)) : "") + comment_lines("  " + draft.not_used[i]);
    }
    return out;
}

std::vector<std::string> questions_of(const Draft& draft)
{
    std::vector<std::string> questions;
    for (const DraftInput& input : draft.inputs) {
        const std::string table = "inputs." + std::string(name_of(input.role));
        ask(questions, table, input.keys);
        ask(questions, table + ".columns", input.columns);
    }
    for (const auto* sections : {&draft.before, &draft.after}) {
        for (const DraftSection& section : *sections) {
            ask(questions, section.name, section.keys);
        }
    }
    return questions;
}

} // namespace fieldgap
