#include "layers/config/config_tree.hpp"

#include "gis/error.hpp"
#include "gis/io/base/secrets.hpp"
#include "layers/config/config_depth.hpp"
#include "layers/config/config_paths.hpp"
#include "words/toml_text.hpp"
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

Value list_of(const toml::array& array)
{
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

Value value_of(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::table: return Table{};
    case toml::node_type::array: return list_of(*node.as_array());
    case toml::node_type::string: return node.as_string()->get();
    case toml::node_type::integer: return node.as_integer()->get();
    case toml::node_type::floating_point: return node.as_floating_point()->get();
    case toml::node_type::boolean: return node.as_boolean()->get();
    case toml::node_type::date: return date_of(node.as_date()->get());
    default: return Unfit{translate(Text::config_kind_date)};
    }
}

const toml::array* list_of_tables(const toml::node& node)
{
    const auto* const array = node.as_array();
    return array != nullptr && array->is_array_of_tables() ? array : nullptr;
}

TableList places_of(const toml::array& tables, const std::string& source)
{
    TableList list;
    for (const auto& table : tables) {
        list.where.push_back(place_of(source, table.source().begin));
    }
    return list;
}

/// Puts the keys of a file into one list.
class Flattener
{
public:
    explicit Flattener(const std::string& source) : source_(source) {}

    // As deep as the keys are long: keys_are_shallow has seen to it that this is little.
    void add(const toml::table& table, const std::string& parent, std::size_t number)
    {
        for (const auto& [key, node] : table) {
            const auto name = joined_key(parent, key.str());
            const auto position = key.source().begin;
            const auto* const tables = list_of_tables(node);
            Value value = tables != nullptr ? Value(places_of(*tables, source_)) : value_of(node);
            found_.push_back({position, {name, std::move(value), place_of(source_, position), "", number}});
            if (const auto* const inner = node.as_table()) {
                add(*inner, name, number);
            } else if (tables != nullptr) {
                add_all(*tables, name);
            }
        }
    }

    const std::vector<Found>& found()
    {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.position < b.position; });
        return found_;
    }

private:
    void add_all(const toml::array& tables, const std::string& name)
    {
        std::size_t number = 0;
        for (const auto& table : tables) {
            add(*table.as_table(), name, ++number);
        }
    }

    const std::string& source_;
    std::vector<Found> found_;
};

std::vector<Assignment> parsed(const std::string& text, const std::string& source)
{
    refuse_deep_keys(text, source);
    Flattener flattener(source);
    try {
        flattener.add(toml::parse(std::string_view(text), std::string_view(source)), "", 0);
    } catch (const toml::parse_error& error) {
        throw gis::UsageError(translate(
            Text::config_syntax, {place_of(source, error.source().begin), gis::without_passwords(std::string(error.description()))}));
    }
    std::vector<Assignment> assignments;
    for (const auto& each : flattener.found()) {
        assignments.push_back(each.assignment);
    }
    return assignments;
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

// VALUE as TOML where it is, else as text: `--set city.name=Foo` needs no quotes. A line break would smuggle in further keys.
std::vector<Assignment> entries_of_override(const std::string& setting)
{
    const auto split = std::min(setting.find('='), setting.size());
    const auto key = setting.substr(0, split);
    const auto typed = setting.substr(std::min(split + 1, setting.size()));
    const auto place = translate(Text::config_set_place, {key});
    const bool has_control =
        std::any_of(setting.begin(), setting.end(), [](unsigned char c) { return (c < ' ' && c != '\t') || c == 0x7F; });
    if (has_control) {
        throw gis::UsageError(translate(Text::config_set_not_valid, {place}));
    }
    std::vector<Assignment> assignments;
    try {
        assignments = parsed(key + " = " + typed, place);
    } catch (const gis::UsageError&) {
        try {
            assignments = parsed(key + " = " + words::toml_text(typed), place);
        } catch (const gis::UsageError&) {
            throw gis::UsageError(translate(Text::config_set_not_valid, {place}));
        }
    }
    for (auto& assignment : assignments) {
        assignment.where = place;
        assignment.typed = typed;
    }
    return assignments;
}

void put_in(std::vector<Assignment>& assignments, Assignment assignment)
{
    const auto same_key = [&assignment](const Assignment& other) { return other.key == assignment.key && other.table == assignment.table; };
    const auto old = std::find_if(assignments.begin(), assignments.end(), same_key);
    const bool opens_table = std::holds_alternative<Table>(assignment.value);
    if (old == assignments.end()) {
        assignments.push_back(std::move(assignment));
    } else if (!opens_table) {
        *old = std::move(assignment);
    }
}

} // namespace

std::vector<Assignment> read_assignments(const std::string& path, const std::vector<std::string>& overrides)
{
    auto assignments = parsed(content_of(path), path);
    for (const auto& setting : overrides) {
        for (auto& assignment : entries_of_override(setting)) {
            put_in(assignments, std::move(assignment));
        }
    }
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
    default: return translate(Text::config_kind_list);
    }
}

} // namespace fieldgap::config
