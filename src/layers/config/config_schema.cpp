#include "layers/config/config_schema.hpp"

#include "layers/config/config_paths.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

// A path, a name or a filter: nothing that is longer is meant so, and what works on texts need not fear a megabyte.
constexpr std::size_t longest_text_bytes = 4096;

gis::UsageError wrong_value(const Entry& entry, const std::string& right)
{
    return gis::UsageError(translate(Text::config_wrong_value, {entry.place, entry.key, described(entry.value), right}));
}

// --set city.name=2020 means the text, although it reads as a number.
std::optional<std::string> text_in(const Entry& entry)
{
    const auto* const text = std::get_if<std::string>(&entry.value);
    const bool is_scalar = entry.value.index() >= 2 && entry.value.index() <= 4;
    if (text == nullptr && !(is_scalar && !entry.typed.empty())) {
        return std::nullopt;
    }
    return text != nullptr ? *text : entry.typed;
}

bool is_sound(const std::string& text)
{
    return !text.empty() && text.size() <= longest_text_bytes && text.find('\0') == std::string::npos;
}

std::string sound_text(const Entry& entry)
{
    const auto text = text_in(entry);
    if (!text) {
        throw wrong_value(entry, translate(Text::config_right_text));
    }
    if (!is_sound(*text)) {
        throw gis::UsageError(translate(Text::config_unsound_text, {entry.place, entry.key, longest_text_bytes}));
    }
    return *text;
}

/// Puts the value of one entry in; one overload for each kind of key.
class Setter
{
public:
    Setter(const Entry& entry, const std::string& column, Config& config) : entry_(entry), column_(column), config_(config) {}

    void operator()(const Number& key) const
    {
        const auto* const whole = std::get_if<std::int64_t>(&entry_.value);
        const auto* const given = std::get_if<double>(&entry_.value);
        const bool is_number = whole != nullptr || given != nullptr;
        const double number = whole != nullptr ? static_cast<double>(*whole) : given != nullptr ? *given : 0.0;
        // Written so that NaN is refused as well.
        if (!is_number || !(number >= key.low && number <= key.high)) {
            throw wrong_value(entry_, translate(Text::config_right_number, {key.low, key.high, key.unit.empty() ? "" : " " + key.unit}));
        }
        key.access.set(config_, number);
    }

    void operator()(const Whole& key) const
    {
        const auto* const number = std::get_if<std::int64_t>(&entry_.value);
        if (number == nullptr || *number < key.low || *number > key.high) {
            throw wrong_value(entry_, translate(Text::config_right_whole, {key.low, key.high, key.unit.empty() ? "" : " " + key.unit}));
        }
        key.access.set(config_, static_cast<int>(*number));
    }

    void operator()(const Flag& key) const
    {
        const auto* const flag = std::get_if<bool>(&entry_.value);
        if (flag == nullptr) {
            throw wrong_value(entry_, translate(Text::config_right_flag));
        }
        key.access.set(config_, *flag);
    }

    void operator()(const Words& key) const { key.access.set(config_, sound_text(entry_)); }

    void operator()(const Choice& key) const
    {
        const auto word = text_in(entry_);
        if (!word || std::find(key.words.begin(), key.words.end(), *word) == key.words.end()) {
            throw wrong_value(entry_, translate(Text::config_right_choice, {words::joined(key.words)}));
        }
        key.access.set(config_, *word);
    }

    void operator()(const List& key) const
    {
        const auto* const list = std::get_if<std::vector<std::string>>(&entry_.value);
        const auto is_wrong = [&](const std::string& text) {
            const bool is_known = std::find(key.words.begin(), key.words.end(), text) != key.words.end();
            const bool is_repeated = std::count(list->begin(), list->end(), text) > 1;
            return !is_sound(text) || (!key.words.empty() && (!is_known || is_repeated));
        };
        if (list == nullptr || (!key.words.empty() && list->size() > key.words.size()) ||
            std::any_of(list->begin(), list->end(), is_wrong)) {
            throw wrong_value(entry_, key.words.empty() ? translate(Text::config_right_texts)
                                                        : translate(Text::config_right_list, {words::joined(key.words)}));
        }
        key.access.set(config_, *list);
    }

    void operator()(const ColumnMap& key) const
    {
        if (column_.empty()) {
            throw wrong_value(entry_, translate(Text::config_right_table));
        }
        key.at(config_)[column_] = sound_text(entry_);
    }

private:
    const Entry& entry_;
    const std::string& column_;
    Config& config_;
};

std::string parent_of(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? "" : name.substr(0, dot);
}

std::string last_part(const std::string& name)
{
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0: the whole name
}

std::vector<std::string> children_of(const std::string& parent, const std::vector<std::string>& names)
{
    std::vector<std::string> children;
    for (const auto& name : names) {
        if (parent_of(name) == parent) {
            children.push_back(last_part(name));
        }
    }
    return children;
}

// Best a neighbour in the same table, else the same word in another one.
std::string nearest_key(const std::string& name, const std::vector<std::string>& names)
{
    const auto parent = parent_of(name);
    const auto sibling = words::nearest(last_part(name), children_of(parent, names));
    if (!sibling.empty()) {
        return parent.empty() ? sibling : parent + "." + sibling;
    }
    const auto same_word = [&name](const std::string& other) { return last_part(other) == last_part(name); };
    const auto elsewhere = std::find_if(names.begin(), names.end(), same_word);
    return elsewhere != names.end() ? *elsewhere : words::nearest(name, names);
}

} // namespace

void set_value(const Entry& entry, const Match& match, Config& config)
{
    std::visit(Setter(entry, match.column, config), match.key->kind);
}

Schema::Schema() : keys_(plain_keys())
{
    for (const auto role : all_roles) {
        for (auto& key : input_keys(role)) {
            keys_.push_back(std::move(key));
        }
    }
    for (const auto& key : keys_) {
        for (auto table = parent_of(key.name); !table.empty(); table = parent_of(table)) {
            tables_.push_back(table);
        }
    }
    std::sort(tables_.begin(), tables_.end());
    tables_.erase(std::unique(tables_.begin(), tables_.end()), tables_.end());
}

std::optional<Match> Schema::find(const std::string& name) const
{
    const auto parent = parent_of(name);
    for (const auto& key : keys_) {
        if (key.name == name) {
            return Match{&key, ""};
        }
        if (key.name == parent && std::holds_alternative<ColumnMap>(key.kind)) {
            return Match{&key, last_part(name)};
        }
    }
    return std::nullopt;
}

bool Schema::is_table(const std::string& name) const
{
    return std::binary_search(tables_.begin(), tables_.end(), name);
}

void Schema::apply(const Entry& entry, Config& config) const
{
    const bool opens_table = std::holds_alternative<Table>(entry.value);
    if (is_table(entry.key)) {
        if (!opens_table) {
            throw wrong_value(entry, translate(Text::config_right_table));
        }
        return;
    }
    const auto match = find(entry.key);
    if (!match) {
        throw unknown(entry);
    }
    const bool opens_columns = opens_table && match->column.empty() && std::holds_alternative<ColumnMap>(match->key->kind);
    if (!opens_columns) {
        set_value(entry, *match, config);
    }
}

gis::UsageError Schema::unknown(const Entry& entry) const
{
    auto names = tables_;
    for (const auto& key : keys_) {
        names.push_back(key.name);
    }
    const auto near = nearest_key(entry.key, names);
    if (!near.empty()) {
        return gis::UsageError(translate(Text::config_unknown_key_near, {entry.place, entry.key, near}));
    }
    const auto parent = parent_of(entry.key);
    const auto table = parent.empty() ? translate(Text::config_root) : "[" + parent + "]";
    return gis::UsageError(translate(Text::config_unknown_key, {entry.place, entry.key, table, words::joined(children_of(parent, names))}));
}

} // namespace fieldgap::config
