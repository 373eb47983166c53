#include "layers/config/config_schema.hpp"

#include "domain/city/quantity.hpp"
#include "layers/config/config_paths.hpp"
#include "layers/config/programme_keys.hpp"
#include "layers/config/tree/assigned_values.hpp"
#include "layers/config/tree/standard_value.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

// A path, a name or a filter: nothing that is longer is meant so, and what works on texts need not fear a megabyte.
constexpr std::size_t longest_text_bytes = 4096;

// --set city.name=2020 means the text, although it reads as a number.
std::optional<std::string> text_in(const Assignment& assignment)
{
    const auto* const text = std::get_if<std::string>(&assignment.value);
    const bool is_scalar = assignment.value.index() >= 2 && assignment.value.index() <= 4;
    if (text == nullptr && !(is_scalar && !assignment.typed.empty())) {
        return std::nullopt;
    }
    return text != nullptr ? *text : assignment.typed;
}

bool is_year(const std::string& text)
{
    const bool is_number = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
    return is_number && text >= "1900" && text <= "2199";
}

bool is_sound(const std::string& text)
{
    return !text.empty() && text.size() <= longest_text_bytes && text.find('\0') == std::string::npos;
}

std::string sound_text(const Assignment& assignment)
{
    const auto text = text_in(assignment);
    if (!text) {
        throw wrong_value(assignment, translate(Text::config_right_text));
    }
    if (!is_sound(*text)) {
        throw gis::UsageError(translate(Text::config_unsound_text, {assignment.where, assignment.key, longest_text_bytes}));
    }
    return *text;
}

/// Puts the value of one assignment in; one overload for each kind of key.
class Setter
{
public:
    Setter(const Assignment& assignment, const std::string& column, Config& config)
        : assignment_(assignment), column_(column), config_(config)
    {
    }

    void operator()(const Number& key) const
    {
        const double number = number_in(assignment_, key.low, key.high, key.unit);
        if (key.is_exact && !Quantity::holds(number)) {
            throw wrong_value(assignment_, translate(Text::config_right_quantity, {key.low, key.high}));
        }
        key.access.set(config_, number);
    }

    void operator()(const Numbers& key) const
    {
        const auto* const texts = std::get_if<std::vector<std::string>>(&assignment_.value);
        const auto* const given = std::get_if<std::vector<double>>(&assignment_.value);
        const bool is_empty = texts != nullptr && texts->empty();
        // Written so that NaN is refused as well.
        const auto is_outside = [&key](double number) { return !(number >= key.low && number <= key.high); };
        const auto is_not_rising = [](double before, double next) { return !(before < next); };
        const bool is_right = given != nullptr ? std::none_of(given->begin(), given->end(), is_outside) &&
                                                     std::adjacent_find(given->begin(), given->end(), is_not_rising) == given->end()
                                               : is_empty && key.may_be_empty;
        if (!is_right) {
            throw wrong_value(assignment_, translate(key.may_be_empty ? Text::config_right_numbers_or_none : Text::config_right_numbers,
                                                     {key.low, key.high, key.unit}));
        }
        key.access.set(config_, given != nullptr ? *given : std::vector<double>());
    }

    void operator()(const Whole& key) const
    {
        key.access.set(config_, static_cast<int>(whole_in(assignment_, key.low, key.high, key.unit)));
    }

    void operator()(const AreaStandard& key) const { key.access.set(config_, standard_in(assignment_)); }

    void operator()(const Flag& key) const
    {
        const auto* const flag = std::get_if<bool>(&assignment_.value);
        if (flag == nullptr) {
            throw wrong_value(assignment_, translate(Text::config_right_flag));
        }
        key.access.set(config_, *flag);
    }

    void operator()(const Words& key) const { key.access.set(config_, sound_text(assignment_)); }

    void operator()(const Choice& key) const
    {
        const auto word = text_in(assignment_);
        if (!word || std::find(key.words.begin(), key.words.end(), *word) == key.words.end()) {
            throw wrong_value(assignment_, translate(Text::config_right_choice, {words::joined(key.words)}));
        }
        key.access.set(config_, *word);
    }

    void operator()(const List& key) const
    {
        const auto* const list = std::get_if<std::vector<std::string>>(&assignment_.value);
        const auto is_wrong = [&](const std::string& text) {
            const bool is_known = std::find(key.words.begin(), key.words.end(), text) != key.words.end();
            const bool is_repeated = std::count(list->begin(), list->end(), text) > 1;
            return !is_sound(text) || (!key.words.empty() && (!is_known || is_repeated));
        };
        if (list == nullptr || (!key.words.empty() && list->size() > key.words.size()) ||
            std::any_of(list->begin(), list->end(), is_wrong)) {
            throw wrong_value(assignment_, key.words.empty() ? translate(Text::config_right_texts)
                                                             : translate(Text::config_right_list, {words::joined(key.words)}));
        }
        key.access.set(config_, *list);
    }

    void operator()(const Paths& key) const
    {
        const auto* const list = std::get_if<std::vector<std::string>>(&assignment_.value);
        if (list == nullptr) {
            return key.access.set(config_, {sound_text(assignment_)});
        }
        const bool is_sound_list = !list->empty() && std::all_of(list->begin(), list->end(), is_sound);
        const bool is_repeated = std::any_of(list->begin(), list->end(),
                                             [&](const std::string& one) { return std::count(list->begin(), list->end(), one) > 1; });
        if (!is_sound_list || is_repeated) {
            throw wrong_value(assignment_, translate(Text::config_right_paths));
        }
        key.access.set(config_, *list);
    }

    void operator()(const ColumnMap& key) const
    {
        if (column_.empty()) {
            throw wrong_value(assignment_, translate(Text::config_right_table));
        }
        key.at(config_)[column_] = sound_text(assignment_);
    }

    void operator()(const NumberMap& key) const
    {
        if (column_.empty()) {
            throw wrong_value(assignment_, translate(Text::config_right_table));
        }
        if (!is_sound(column_) || (key.by_year && !is_year(column_))) {
            throw gis::UsageError(translate(key.by_year ? Text::config_key_no_year : Text::config_unsound_text,
                                            {assignment_.where, assignment_.key, longest_text_bytes}));
        }
        const auto set = [&](Config& config, double number) { key.at(config)[column_] = number; };
        (*this)(Number{{set, {}}, key.low, key.high, key.unit, key.is_exact});
    }

    void operator()(const Day& key) const
    {
        const auto* const date = std::get_if<Date>(&assignment_.value);
        const auto* const text = std::get_if<std::string>(&assignment_.value);
        const auto given = date != nullptr ? std::optional(*date) : text != nullptr ? date_of_text(*text) : std::nullopt;
        if (!given) {
            throw wrong_value(assignment_, translate(Text::config_right_date));
        }
        key.access.set(config_, *given);
    }

private:
    const Assignment& assignment_;
    const std::string& column_;
    Config& config_;
};

/// Where the last part of a dotted name begins, its quotes with it.
std::size_t begin_of_last_part(const std::string& name)
{
    const auto quoted = name.ends_with('"') ? name.rfind(".\"") : std::string::npos;
    return (quoted == std::string::npos ? name.rfind('.') : quoted) + 1; // npos + 1 is 0: the whole name
}

std::string parent_of(const std::string& name)
{
    const auto begin = begin_of_last_part(name);
    return begin == 0 ? "" : name.substr(0, begin - 1);
}

std::string last_part(const std::string& name)
{
    return name.substr(begin_of_last_part(name));
}

/// Whether the user, not we, names the keys of this table.
bool is_map(const Kind& kind)
{
    return std::holds_alternative<ColumnMap>(kind) || std::holds_alternative<NumberMap>(kind);
}

/// A part of a name as its user wrote it.
std::string unquoted(const std::string& part)
{
    const bool is_quoted = part.size() >= 2 && part.front() == '"' && part.back() == '"';
    return is_quoted ? part.substr(1, part.size() - 2) : part;
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

/// The key of that name, or the map that holds it.
std::optional<Match> match_in(const std::vector<Key>& keys, const std::string& name)
{
    const auto parent = parent_of(name);
    for (const auto& key : keys) {
        if (key.name == name) {
            return Match{&key, ""};
        }
        if (key.name == parent && is_map(key.kind)) {
            return Match{&key, unquoted(last_part(name))};
        }
    }
    return std::nullopt;
}

/// Whether the assignment only says that a map begins.
bool opens_map(const Assignment& assignment, const Match& match)
{
    return std::holds_alternative<Table>(assignment.value) && match.column.empty() && is_map(match.key->kind);
}

bool is_empty_list(const Value& value)
{
    const auto* const texts = std::get_if<std::vector<std::string>>(&value);
    return texts != nullptr && texts->empty();
}

} // namespace

void set_value(const Assignment& assignment, const Match& match, Config& config)
{
    std::visit(Setter(assignment, match.column, config), match.key->kind);
}

Schema::Schema() : keys_(plain_keys())
{
    for (const auto role : all_roles) {
        for (auto& key : input_keys(role)) {
            keys_.push_back(std::move(key));
        }
    }
    for (auto& key : programme_keys(0)) {
        keys_.push_back(std::move(key));
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
    return match_in(keys_, name);
}

bool Schema::is_table(const std::string& name) const
{
    return std::binary_search(tables_.begin(), tables_.end(), name);
}

void Schema::apply(const Assignment& assignment, Config& config) const
{
    if (assignment.key == programme_list || assignment.key.starts_with(std::string(programme_list) + ".")) {
        return apply_programmes(assignment, config);
    }
    if (is_table(assignment.key)) {
        if (!std::holds_alternative<Table>(assignment.value)) {
            throw wrong_value(assignment, translate(Text::config_right_table));
        }
        return;
    }
    const auto match = find(assignment.key);
    if (!match) {
        throw unknown(assignment);
    }
    if (!opens_map(assignment, *match)) {
        set_value(assignment, *match, config);
    }
}

void Schema::apply_programmes(const Assignment& assignment, Config& config) const
{
    const auto* const tables = std::get_if<std::vector<Tree>>(&assignment.value);
    const bool is_list = assignment.key == programme_list && (tables != nullptr || is_empty_list(assignment.value));
    if (!is_list || !assignment.typed.empty()) {
        throw gis::UsageError(translate(Text::config_programme_shape, {assignment.where}));
    }
    config.settings.programmes.resize(tables != nullptr ? tables->size() : 0);
    for (std::size_t i = 0; i < config.settings.programmes.size(); ++i) {
        apply_tree((*tables)[i], programme_keys(i), config);
    }
}

void Schema::apply_tree(const Tree& tree, const std::vector<Key>& keys, Config& config) const
{
    for (const Assignment& assignment : tree.keys) {
        const auto match = match_in(keys, assignment.key);
        if (!match) {
            throw unknown(assignment);
        }
        const auto* const inner = std::get_if<Tree>(&assignment.value);
        if (inner != nullptr && match->column.empty() && is_map(match->key->kind)) {
            apply_tree(*inner, keys, config);
        } else {
            set_value(assignment, *match, config);
        }
    }
}

gis::UsageError Schema::unknown(const Assignment& assignment) const
{
    auto names = tables_;
    for (const auto& key : keys_) {
        names.push_back(key.name);
    }
    const auto near = nearest_key(assignment.key, names);
    if (!near.empty()) {
        return gis::UsageError(translate(Text::config_unknown_key_near, {assignment.where, assignment.key, near}));
    }
    const auto parent = parent_of(assignment.key);
    const auto table = parent.empty() ? translate(Text::config_root) : "[" + parent + "]";
    return gis::UsageError(
        translate(Text::config_unknown_key, {assignment.where, assignment.key, table, words::joined(children_of(parent, names))}));
}

} // namespace fieldgap::config
