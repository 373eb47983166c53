#include "layers/config/tree/config_overrides.hpp"

#include "gis/error.hpp"
#include "layers/config/tree/number_or_table.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

void place_at(const std::string& place, Assignment& assignment);

void place_at(const std::string& place, Tree& tree)
{
    for (auto& key : tree.keys) {
        place_at(place, key);
    }
}

void place_at(const std::string& place, Assignment& assignment)
{
    assignment.where = place;
    if (auto* const tree = std::get_if<Tree>(&assignment.value)) {
        place_at(place, *tree);
    } else if (auto* const trees = std::get_if<std::vector<Tree>>(&assignment.value)) {
        for (auto& each : *trees) {
            place_at(place, each);
        }
    }
}

bool has_key(const std::vector<Assignment>& keys, const std::string& name)
{
    return std::any_of(keys.begin(), keys.end(), [&](const Assignment& one) { return one.key == name; });
}

bool is_list_of_tables(const Assignment& assignment)
{
    return std::holds_alternative<std::vector<Tree>>(assignment.value);
}

std::optional<double> number_of(const Value& value)
{
    const auto* const whole = std::get_if<std::int64_t>(&value);
    const auto* const number = std::get_if<double>(&value);
    return whole != nullptr ? std::optional(static_cast<double>(*whole)) : number != nullptr ? std::optional(*number) : std::nullopt;
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
        assignments = assignments_in(key + " = " + typed, place);
    } catch (const gis::UsageError&) {
        try {
            assignments = assignments_in(key + " = " + words::toml_text(typed), place);
        } catch (const gis::UsageError&) {
            throw gis::UsageError(translate(Text::config_set_not_valid, {place}));
        }
    }
    for (auto& assignment : assignments) {
        place_at(place, assignment);
        assignment.typed = typed;
    }
    return assignments;
}

/// Puts what --set leaves of a value before the keys that it sets.
void keep_others(const Assignment* old, Assignment& part)
{
    auto& keys = std::get<Tree>(part.value).keys;
    std::vector<Assignment> kept;
    if (const auto* const table = old == nullptr ? nullptr : std::get_if<Tree>(&old->value)) {
        std::copy_if(table->keys.begin(), table->keys.end(), std::back_inserter(kept),
                     [&](const Assignment& one) { return !has_key(keys, one.key); });
    } else if (const auto shape = number_or_table(part.key)) {
        const auto number = old == nullptr ? shape->usual : number_of(old->value);
        const std::string name = part.key + "." + shape->number;
        const bool gives_way = has_key(keys, name) || std::any_of(keys.begin(), keys.end(), is_list_of_tables);
        if (number && !gives_way) {
            kept.push_back({name, *number, old == nullptr ? part.where : old->where, ""});
        }
    }
    keys.insert(keys.begin(), kept.begin(), kept.end());
}

void put_in(std::vector<Assignment>& assignments, Assignment assignment)
{
    const auto same_key = [&assignment](const Assignment& other) { return other.key == assignment.key; };
    const auto old = std::find_if(assignments.begin(), assignments.end(), same_key);
    const bool opens_table = std::holds_alternative<Table>(assignment.value);
    if (const auto* const tree = std::get_if<Tree>(&assignment.value); tree != nullptr && !tree->is_inline) {
        keep_others(old == assignments.end() ? nullptr : &*old, assignment);
    }
    if (old == assignments.end()) {
        assignments.push_back(std::move(assignment));
    } else if (!opens_table) {
        *old = std::move(assignment);
    }
}

} // namespace

void put_in_overrides(const std::vector<std::string>& overrides, std::vector<Assignment>& assignments)
{
    for (const auto& setting : overrides) {
        for (auto& assignment : entries_of_override(setting)) {
            put_in(assignments, std::move(assignment));
        }
    }
}

} // namespace fieldgap::config
