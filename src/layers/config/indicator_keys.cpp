#include "layers/config/indicator_keys.hpp"

#include "layers/config/key_makers.hpp"

namespace fieldgap::config {

void add_indicator_keys(std::vector<Key>& keys)
{
    constexpr double least = 0.0001;
    constexpr double most = 1e6;
    for (const Indicator indicator : all_indicators) {
        if (indicator == Indicator::sports_area_m2) {
            continue; // that is the standard
        }
        for (const Stage stage : compulsory_stages) {
            const auto threshold = [ indicator, stage ](Config & config) -> auto&
            {
                return config.settings.indicators.thresholds[indicator][stage];
            };
            const std::string name = "indicators." + std::string(name_of(indicator)) + "." + std::string(name_of(stage));
            keys.push_back(number(name, least, most, "", threshold));
        }
    }
}

} // namespace fieldgap::config
