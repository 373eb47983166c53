#include "layers/config/standard_keys.hpp"

#include "layers/config/key_makers.hpp"

namespace fieldgap::config {
namespace {

Key regime()
{
    std::vector<std::string> words;
    for (const auto& each : all_regimes) {
        words.emplace_back(each.name);
    }
    const auto set = [](Config& config, const std::string& word) {
        for (const auto& each : all_regimes) {
            config.settings.standard.regime = each.name == word ? each : config.settings.standard.regime;
        }
    };
    const auto get = [](Config& config) { return std::optional(std::string(config.settings.standard.regime.name)); };
    return {"standards.regime", Choice{{set, get}, words}};
}

Key of_stage(Stage stage)
{
    const auto at = [stage](Config & config) -> auto&
    {
        return config.settings.standard.of_stage[stage];
    };
    return {"standards." + std::string(name_of(stage)), AreaStandard{access<StageStandard>(at)}};
}

} // namespace

void add_standard_keys(std::vector<Key>& keys)
{
    keys.push_back(regime());
    keys.push_back(choice<Split>("standards.split", {"weights", "required"}, FIELDGAP_AT(settings.standard.split)));
    keys.push_back(choice<AreaSource>("standards.area_source", {"official", "drawn"}, FIELDGAP_AT(settings.standard.area_source)));
    for (const Stage stage : all_stages) {
        keys.push_back(of_stage(stage));
    }
    keys.push_back(number("standards.floor", 0, 1, "of the standard", FIELDGAP_AT(settings.standard.floor)));
    keys.push_back(number("standards.cv_primary", 0, 10, "", FIELDGAP_AT(settings.standard.cv_limit[Stage::primary])));
    keys.push_back(number("standards.cv_junior", 0, 10, "", FIELDGAP_AT(settings.standard.cv_limit[Stage::junior])));
}

} // namespace fieldgap::config
