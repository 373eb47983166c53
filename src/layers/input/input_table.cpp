#include "layers/input/input_table.hpp"

namespace fieldgap {

std::optional<Table> table_of(Role role, const Config& config, const InputFiles& files, CityInput& into)
{
    const auto it = files.layers.find(role);
    if (it == files.layers.end()) {
        return std::nullopt;
    }
    return std::optional<Table>(std::in_place, role, config.inputs.at(role), it->second, &into.plane, into.findings);
}

} // namespace fieldgap
