#include "layers/config/tree/standard_value.hpp"

#include "domain/city/exact_amount.hpp"
#include "layers/config/tree/assigned_values.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap::config {
namespace {

using words::Text;
using words::translate;

constexpr double least_m2 = 0.01; // to which areas are rounded: less would be nothing
constexpr double most_m2_per_pupil = 1000.0;
constexpr double most_base_m2 = 1e6;
constexpr std::int64_t most_pupils = 1'000'000;

constexpr const char* table_example = "{ base_m2 = 400, per_pupil = 7.5 }";
constexpr const char* steps_example = "[ { from_pupils = 1, base_m2 = 2500 }, { from_pupils = 101, base_m2 = 5000 } ]";

std::string name_in(const Assignment& key, const std::string& table)
{
    return key.key.substr(std::min(table.size() + 1, key.key.size()));
}

gis::UsageError unknown(const Assignment& key, const std::string& table, const std::vector<std::string>& known)
{
    const auto near = words::nearest(name_in(key, table), known);
    return gis::UsageError(near.empty() ? translate(Text::config_unknown_key, {key.where, key.key, "[" + table + "]", words::joined(known)})
                                        : translate(Text::config_unknown_key_near, {key.where, key.key, table + "." + near}));
}

const Assignment* key_of(const Tree& tree, const std::string& table, const std::string& name)
{
    const auto found = std::find_if(tree.keys.begin(), tree.keys.end(), [&](const Assignment& key) { return name_in(key, table) == name; });
    return found == tree.keys.end() ? nullptr : &*found;
}

void refuse_unknown(const Tree& tree, const std::string& table, const std::vector<std::string>& known)
{
    for (const Assignment& key : tree.keys) {
        if (std::find(known.begin(), known.end(), name_in(key, table)) == known.end()) {
            throw unknown(key, table, known);
        }
    }
}

/// What holds for pupils of one step; `where` is its place.
StandardStep amounts_in(const Tree& tree, const std::string& table, const std::string& where)
{
    StandardStep step;
    if (const Assignment* base = key_of(tree, table, standard_base_key)) {
        step.base_m2 = number_in(*base, 0.0, most_base_m2, "m2");
    }
    if (const Assignment* each = key_of(tree, table, standard_per_pupil_key)) {
        step.m2_per_pupil = number_in(*each, 0.0, most_m2_per_pupil, "m2 per pupil");
    }
    if (step.base_m2 < least_m2 && step.m2_per_pupil < least_m2) {
        throw gis::UsageError(translate(Text::config_standard_nothing, {where, table}));
    }
    return step;
}

/// A step and where it says from how many pupils on it holds.
struct PlacedStep
{
    StandardStep step;
    std::string where;
};

PlacedStep step_in(const Tree& tree, const Assignment& steps)
{
    refuse_unknown(tree, steps.key, {standard_from_key, standard_base_key, standard_per_pupil_key});
    const std::string where = tree.keys.empty() ? steps.where : tree.keys.front().where;
    const Assignment* from = key_of(tree, steps.key, standard_from_key);
    if (from == nullptr) {
        throw gis::UsageError(translate(Text::config_standard_no_from, {where, steps.key}));
    }
    PlacedStep placed{amounts_in(tree, steps.key, where), from->where};
    placed.step.from_pupils = whole_in(*from, 0, most_pupils, "pupils");
    return placed;
}

void refuse_order(const std::vector<PlacedStep>& placed, const std::string& name)
{
    if (placed.front().step.from_pupils > 1) {
        throw gis::UsageError(
            translate(Text::config_standard_first, {placed.front().where, name, static_cast<long>(placed.front().step.from_pupils)}));
    }
    for (std::size_t i = 1; i < placed.size(); ++i) {
        const std::int64_t before = placed[i - 1].step.from_pupils;
        const std::int64_t from = placed[i].step.from_pupils;
        if (from <= before) {
            throw gis::UsageError(
                translate(Text::config_standard_order, {placed[i].where, name, static_cast<long>(from), static_cast<long>(before)}));
        }
    }
}

void refuse_fall(const std::vector<StandardStep>& steps, const std::vector<PlacedStep>& placed, const std::string& name)
{
    const auto fall = first_fall(steps);
    if (!fall) {
        return;
    }
    const std::int64_t from = steps[*fall].from_pupils;
    const auto area = [](const StandardStep& step, std::int64_t pupils) {
        return ExactArea::rounded(gis::SquareMetres(step.required_m2(static_cast<double>(pupils)))).square_metres();
    };
    throw gis::UsageError(
        translate(Text::config_standard_falls, {placed[*fall].where, name, static_cast<long>(from - 1), area(steps[*fall - 1], from - 1),
                                                static_cast<long>(from), area(steps[*fall], from)}));
}

StageStandard steps_in(const Assignment& assignment)
{
    const auto* const trees = std::get_if<std::vector<Tree>>(&assignment.value);
    if (trees == nullptr || trees->empty()) {
        throw wrong_value(assignment, translate(Text::config_right_steps, {steps_example}));
    }
    std::vector<PlacedStep> placed;
    std::vector<StandardStep> steps;
    for (const Tree& tree : *trees) {
        placed.push_back(step_in(tree, assignment));
        steps.push_back(placed.back().step);
    }
    refuse_order(placed, assignment.key);
    refuse_fall(steps, placed, assignment.key);
    return StageStandard(std::move(steps));
}

StageStandard table_in(const Tree& tree, const Assignment& assignment)
{
    const std::string& name = assignment.key;
    refuse_unknown(tree, name, {standard_base_key, standard_per_pupil_key, standard_steps_key});
    const Assignment* steps = key_of(tree, name, standard_steps_key);
    if (steps == nullptr) {
        return StageStandard({amounts_in(tree, name, assignment.where)});
    }
    for (const char* const other : {standard_base_key, standard_per_pupil_key}) {
        if (const Assignment* beside = key_of(tree, name, other)) {
            throw gis::UsageError(translate(Text::config_standard_mixed, {beside->where, name, other}));
        }
    }
    return steps_in(*steps);
}

} // namespace

StageStandard standard_in(const Assignment& assignment)
{
    if (const auto* const tree = std::get_if<Tree>(&assignment.value)) {
        return table_in(*tree, assignment);
    }
    const bool is_number = std::holds_alternative<std::int64_t>(assignment.value) || std::holds_alternative<double>(assignment.value);
    if (!is_number) {
        throw wrong_value(assignment, translate(Text::config_right_standard, {least_m2, most_m2_per_pupil, table_example}));
    }
    return StageStandard::per_pupil(number_in(assignment, least_m2, most_m2_per_pupil, "m2 per pupil"));
}

} // namespace fieldgap::config
