#include "layers/config/tree/config_tree.hpp"

#include "gis/error.hpp"
#include "gis/io/base/secrets.hpp"
#include "layers/config/tree/config_depth.hpp"
#include "layers/config/tree/config_overrides.hpp"
#include "layers/config/tree/number_or_table.hpp"
#include "words/words.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t longest_file_bytes = 16U << 20U;

/// Where an assignment stands, for sorting: toml++ keeps keys by name, a reader of messages goes from top to bottom.
struct Found
{
    toml::source_position position;
    Assignment assignment;
};

std::string place_of(const std::string& source, toml::source_position position)
{
    return translate(Text::config_place, {source, position.line, position.column});
}

bool is_bare(std::string_view part)
{
    const auto is_bare_letter = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-'; };
    return !part.empty() && std::all_of(part.begin(), part.end(), is_bare_letter);
}

std::string joined_key(const std::string& parent, std::string_view part)
{
    std::string key = parent.empty() ? parent : parent + ".";
    const std::string_view quote = is_bare(part) ? "" : "\"";
    return key.append(quote).append(part).append(quote);
}

Value value_of(const toml::node& node, const std::string& key, const std::string& source);

Value numbers_of(const toml::array& array)
{
    std::vector<double> numbers;
    for (const auto& element : array) {
        const auto number = element.value<double>(); // whole ones too
        if (!element.is_number() || !number) {
            return Unfit{translate(Text::config_kind_list)};
        }
        numbers.push_back(*number);
    }
    return numbers;
}

void sort_by_place(std::vector<Found>& found)
{
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.position < b.position; });
}

Tree tree_of(const toml::table& table, const std::string& parent, const std::string& source)
{
    std::vector<Found> found;
    for (const auto& [key, node] : table) {
        const auto name = joined_key(parent, key.str());
        const auto position = key.source().begin;
        Value value = node.is_table() ? Value(tree_of(*node.as_table(), name, source)) : value_of(node, name, source);
        found.push_back({position, {name, std::move(value), place_of(source, position), ""}});
    }
    sort_by_place(found);
    Tree tree{{}, table.is_inline(), place_of(source, table.source().begin)};
    for (auto& each : found) {
        tree.keys.push_back(std::move(each.assignment));
    }
    return tree;
}

Value trees_of(const toml::array& array, const std::string& key, const std::string& source)
{
    std::vector<Tree> trees;
    for (const auto& element : array) {
        const auto* const table = element.as_table();
        if (table == nullptr) {
            return Unfit{translate(Text::config_kind_list)};
        }
        trees.push_back(tree_of(*table, key, source));
    }
    return trees;
}

Value list_of(const toml::array& array, const std::string& key, const std::string& source)
{
    if (!array.empty() && array.front().is_table()) {
        return trees_of(array, key, source);
    }
    if (!array.empty() && array.front().is_number()) {
        return numbers_of(array);
    }
    std::vector<std::string> texts;
    for (const auto& element : array) {
        const auto* const text = element.as_string();
        if (text == nullptr) {
            return Unfit{translate(Text::config_kind_list)};
        }
        texts.push_back(text->get());
    }
    return texts;
}

Value date_of(const toml::date& written)
{
    const auto date = valid_date(written.year, written.month, written.day);
    return date ? Value(*date) : Value(Unfit{translate(Text::config_kind_date)});
}

Value value_of(const toml::node& node, const std::string& key, const std::string& source)
{
    switch (node.type()) {
    case toml::node_type::table: return number_or_table(key) ? Value(tree_of(*node.as_table(), key, source)) : Table{};
    case toml::node_type::array: return list_of(*node.as_array(), key, source);
    case toml::node_type::string: return node.as_string()->get();
    case toml::node_type::integer: return node.as_integer()->get();
    case toml::node_type::floating_point: return node.as_floating_point()->get();
    case toml::node_type::boolean: return node.as_boolean()->get();
    case toml::node_type::date: return date_of(node.as_date()->get());
    default: return Unfit{translate(Text::config_kind_date)};
    }
}

// As deep as the keys are long: keys_are_shallow has seen to it that this is little.
void flatten(const toml::table& table, const std::string& parent, const std::string& source, std::vector<Found>& found)
{
    for (const auto& [key, node] : table) {
        const auto name = joined_key(parent, key.str());
        const auto position = key.source().begin;
        found.push_back({position, {name, value_of(node, name, source), place_of(source, position), ""}});
        if (std::holds_alternative<Table>(found.back().assignment.value)) {
            flatten(*node.as_table(), name, source, found);
        }
    }
}

std::string content_of(const std::string& path)
{
    std::error_code error;
    const auto kind = std::filesystem::status(path, error).type();
    if (kind == std::filesystem::file_type::not_found || error) {
        throw gis::Error(translate(Text::config_missing, {path}));
    }
    // A pipe or a device could be waited for, or read, without end: it is not even opened.
    if (kind != std::filesystem::file_type::regular) {
        throw gis::Error(translate(Text::config_unreadable, {path}));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw gis::Error(translate(Text::config_unreadable, {path}));
    }
    // A batch reads hundreds, all small: no room is made for the longest.
    constexpr std::size_t usual_bytes = 16 * 1024;
    std::string content;
    while (file && content.size() <= longest_file_bytes) {
        const std::size_t before = content.size();
        content.resize(before + usual_bytes);
        file.read(content.data() + before, static_cast<std::streamsize>(usual_bytes));
        content.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad() || content.size() > longest_file_bytes) {
        throw gis::Error(translate(Text::config_unreadable, {path}));
    }
    return content;
}

} // namespace

std::vector<Assignment> assignments_in(const std::string& text, const std::string& source)
{
    refuse_deep_keys(text, source);
    std::vector<Found> found;
    try {
        flatten(toml::parse(std::string_view(text), std::string_view(source)), "", source, found);
    } catch (const toml::parse_error& error) {
        throw gis::UsageError(translate(
            Text::config_syntax, {place_of(source, error.source().begin), gis::without_passwords(std::string(error.description()))}));
    }
    sort_by_place(found);
    std::vector<Assignment> assignments;
    for (auto& each : found) {
        assignments.push_back(std::move(each.assignment));
    }
    return assignments;
}

std::vector<Assignment> read_assignments(const std::string& path, const std::vector<std::string>& overrides)
{
    auto assignments = assignments_in(content_of(path), path);
    put_in_overrides(overrides, assignments);
    return assignments;
}

std::string described(const Value& value)
{
    switch (value.index()) {
    case 0: return translate(Text::config_kind_table);
    case 1: return std::get<Unfit>(value).kind;
    case 2: return std::get<bool>(value) ? "true" : "false";
    case 3: return translate(Text::config_kind_number, {std::get<std::int64_t>(value)});
    case 4: return translate(Text::config_kind_number, {std::get<double>(value)});
    case 5: return translate(Text::config_kind_text, {gis::without_passwords(std::get<std::string>(value))});
    case 8: return translate(Text::config_kind_text, {text_of(std::get<Date>(value))});
    case 9: return translate(Text::config_kind_table);
    default: return translate(Text::config_kind_list);
    }
}

} // namespace fieldgap::config
