#include "layers/config/tree/number_or_table.hpp"

#include "domain/city/settings.hpp"

namespace fieldgap::config {

std::optional<NumberOrTable> number_or_table(const std::string& key)
{
    for (const Stage stage : all_stages) {
        if (key == "standards." + std::string(name_of(stage))) {
            const auto usual = Standard().of_stage[stage];
            return NumberOrTable{"per_pupil", usual ? std::optional(usual->steps().front().m2_per_pupil) : std::nullopt};
        }
    }
    return std::nullopt;
}

} // namespace fieldgap::config
