#include "layers/config/programme_keys.hpp"

#include "domain/city/quantity.hpp"
#include "layers/config/key_makers.hpp"

namespace fieldgap::config {
namespace {

constexpr double most_m2 = 1e9;

/// A member of one programme.
template <class Member>
auto of_programme(std::size_t position, Member ProgrammeSettings::*member)
{
    return [ position, member ](Config & config) -> auto&
    {
        auto& programmes = config.settings.programmes;
        programmes.resize(std::max(programmes.size(), position + 1));
        return programmes[position].*member;
    };
}

} // namespace

std::vector<Key> programme_keys(std::size_t position)
{
    const auto quantities = [position](const char* name, std::map<std::string, double> ProgrammeSettings::*member) {
        return Key{name, NumberMap{of_programme(position, member), 0, Quantity::greatest, "", true, true}};
    };
    const auto total = access<double>(of_programme(position, &ProgrammeSettings::total));
    return {text("programme.name", of_programme(position, &ProgrammeSettings::name)),
            text("programme.unit", of_programme(position, &ProgrammeSettings::unit)),
            quantities("programme.target", &ProgrammeSettings::target),
            quantities("programme.done", &ProgrammeSettings::done),
            {"programme.total", Number{total, 0, Quantity::greatest, "", true}}};
}

void add_rural_keys(std::vector<Key>& keys)
{
    keys.push_back(number("plan.rural_grounds_m2", 0, most_m2, "m2", FIELDGAP_AT(settings.plan.rural_grounds_m2)));
    keys.push_back(number("plan.rural_hard_before_m2", 0, most_m2, "m2", FIELDGAP_AT(settings.plan.rural_hard_before_m2)));
}

} // namespace fieldgap::config
