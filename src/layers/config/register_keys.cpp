#include "layers/config/register_keys.hpp"

#include "layers/config/key_makers.hpp"

namespace fieldgap::config {
namespace {

/// The path in force is absolute: the provenance shows the one that was written.
Key register_path()
{
    const auto set = [](Config& config, std::string path) { config.register_file.path = std::move(path); };
    const auto get = [](Config& config) { return std::optional(config.register_file.written_path); };
    return {"register.path", Words{{set, get}}};
}

Key register_day()
{
    const auto set = [](Config& config, Date date) { config.settings.strike_off.as_of = date; };
    const auto get = [](Config& config) { return config.settings.strike_off.as_of; };
    return {"register.as_of", Day{{set, get}}};
}

} // namespace

void add_register_keys(std::vector<Key>& keys)
{
    keys.push_back(register_path());
    keys.push_back(register_day());
}

} // namespace fieldgap::config
