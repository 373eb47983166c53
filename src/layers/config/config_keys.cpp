#include "layers/config/config_keys.hpp"

#include "layers/config/allocation_keys.hpp"
#include "layers/config/indicator_keys.hpp"
#include "layers/config/key_makers.hpp"
#include "layers/config/programme_keys.hpp"
#include "layers/config/register_keys.hpp"
#include "layers/config/standard_keys.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace fieldgap::config {
namespace {

void add_stages(std::vector<Key>& keys)
{
    keys.push_back(whole("limits.max_class_size.primary", 1, 500, "pupils", FIELDGAP_AT(settings.limits.max_class_size[Stage::primary])));
    keys.push_back(whole("limits.max_class_size.junior", 1, 500, "pupils", FIELDGAP_AT(settings.limits.max_class_size[Stage::junior])));
    keys.push_back(whole("limits.max_school_size.single", 1, 100000, "pupils", FIELDGAP_AT(settings.limits.max_school_single)));
    keys.push_back(whole("limits.max_school_size.combined", 1, 100000, "pupils", FIELDGAP_AT(settings.limits.max_school_combined)));
}

void add_walk(std::vector<Key>& keys)
{
    keys.push_back(number("walk.minutes", 0.1, 240, "minutes", FIELDGAP_AT(settings.walk.minutes)));
    keys.push_back(number("walk.speed_m_per_min", 5, 500, "m per minute", FIELDGAP_AT(settings.walk.speed_m_per_min)));
    keys.push_back(number("walk.snap_m", 0, 5000, "m", FIELDGAP_AT(settings.walk.snap_m)));
    keys.push_back(number("walk.join_m", 0, 5, "m", FIELDGAP_AT(settings.walk.join_m)));
    keys.push_back(number("walk.crossing_s", 0, 600, "s", FIELDGAP_AT(settings.walk.crossing_s)));
    keys.push_back(number("walk.steps_factor", 0.1, 20, "times the walk time", FIELDGAP_AT(settings.walk.steps_factor)));
    keys.push_back(flag("walk.slope", FIELDGAP_AT(settings.walk.slope)));
    keys.push_back(number("walk.area_buffer_m", 0.1, 500, "m", FIELDGAP_AT(settings.walk.area_buffer_m)));
    keys.push_back(choice<bool>("walk.squares", {"across", "outline"}, FIELDGAP_AT(settings.walk.squares_by_outline)));
    keys.push_back(numbers("walk.speeds", 20, 200, "m per minute", false, FIELDGAP_AT(settings.walk.speeds)));
    keys.push_back(numbers("walk.area_minutes", 0.1, 240, "minutes", true, FIELDGAP_AT(settings.walk.area_minutes)));
    keys.push_back(number("walk.link_max_m", 0, 1000, "m", FIELDGAP_AT(settings.walk.link_max_m)));
    keys.push_back(choice<bool>("walk.trunk", {"tagged", "open"}, FIELDGAP_AT(settings.walk.trunk_open)));
}

void add_estates(std::vector<Key>& keys)
{
    const auto primary_rate = FIELDGAP_AT(settings.estates.pupils_per_1000[Stage::primary]);
    const auto junior_rate = FIELDGAP_AT(settings.estates.pupils_per_1000[Stage::junior]);
    keys.push_back(number("estates.persons_per_household", 0.1, 20, "persons", FIELDGAP_AT(settings.estates.persons_per_household)));
    keys.push_back(number("estates.pupils_per_1000.primary", 0, 1000, "pupils", primary_rate));
    keys.push_back(number("estates.pupils_per_1000.junior", 0, 1000, "pupils", junior_rate));
    keys.push_back(number("estates.max_walk_m.primary", 1, 20000, "m", FIELDGAP_AT(settings.estates.max_walk_m[Stage::primary])));
    keys.push_back(number("estates.max_walk_m.junior", 1, 20000, "m", FIELDGAP_AT(settings.estates.max_walk_m[Stage::junior])));
    keys.push_back(flag("estates.planned_first", FIELDGAP_AT(settings.estates.planned_first)));
}

/// A year that may be left out.
Key year(std::string name, std::optional<std::int64_t> ProjectionSettings::*member)
{
    const auto set = [member](Config& config, int value) { config.settings.projection.*member = value; };
    const auto get = [member](Config& config) -> std::optional<int> {
        const auto& value = config.settings.projection.*member;
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    return {std::move(name), Whole{{set, get}, 1950, 2150, ""}};
}

void add_projection(std::vector<Key>& keys)
{
    keys.push_back(number("projection.primary", -0.5, 0.5, "per year", FIELDGAP_AT(settings.projection.rate[Stage::primary])));
    keys.push_back(number("projection.junior", -0.5, 0.5, "per year", FIELDGAP_AT(settings.projection.rate[Stage::junior])));
    keys.push_back(number("projection.senior", -0.5, 0.5, "per year", FIELDGAP_AT(settings.projection.rate[Stage::senior])));
    keys.push_back(year("projection.first_year", &ProjectionSettings::first_year));
    keys.push_back(year("projection.until", &ProjectionSettings::until));
}

Key paths(std::string name, Role role)
{
    const auto set = [role](Config& config, std::vector<std::string> given) {
        InputSpec& input = config.inputs[role];
        input.source.path = given.front();
        input.further_paths.assign(std::make_move_iterator(given.begin() + 1), std::make_move_iterator(given.end()));
    };
    const auto get = [role](Config& config) { return std::optional(paths_of(config.inputs[role])); };
    return {std::move(name), Paths{{set, get}}};
}

/// The file stands in the provenance by its other name.
void add_new_venues(std::vector<Key>& keys)
{
    Key candidates = paths(candidates_key, Role::new_venues);
    std::get<Paths>(candidates.kind).access.get = [](Config&) { return std::optional<std::vector<std::string>>(); };
    keys.push_back(std::move(candidates));
    keys.push_back(whole("new_venues.count", 1, 1000, "", FIELDGAP_AT(settings.new_venues.count)));
    keys.push_back(number("new_venues.area_m2", 0, 1e9, "m2", FIELDGAP_AT(settings.new_venues.area_m2)));
}

void add_output(std::vector<Key>& keys)
{
    keys.push_back(text("output.path", FIELDGAP_AT(output.path)));
    keys.push_back(text("output.crs", FIELDGAP_AT(output.crs)));
    keys.push_back(flag("output.styles", FIELDGAP_AT(output.styles)));
    keys.push_back(flag("output.streets", FIELDGAP_AT(output.streets)));
    keys.push_back(
        choice<words::Language>("output.lang", {words::language_names.begin(), words::language_names.end()}, FIELDGAP_AT(output.lang)));
}

std::vector<Key> all_plain_keys()
{
    std::vector<Key> keys = {text("city.name", FIELDGAP_AT(city_name)), text("city.crs", FIELDGAP_AT(city_crs))};
    add_standard_keys(keys);
    add_stages(keys);
    add_walk(keys);
    add_allocation_keys(keys);
    add_rural_keys(keys);
    add_estates(keys);
    add_projection(keys);
    add_new_venues(keys);
    add_register_keys(keys);
    add_indicator_keys(keys);
    add_output(keys);
    return keys;
}

/// The four parameters exist as soon as one of them is given; read_config refuses a part of them.
void add_helmert(const std::string& table, Role role, std::vector<Key>& keys)
{
    const auto parameter = [&](const char* name, double gis::Helmert::*member, double low, double high, const char* unit) {
        const auto set = [role, member](Config& config, double value) {
            auto& helmert = config.inputs[role].source.helmert;
            helmert = helmert ? helmert : std::optional<gis::Helmert>(std::in_place);
            (*helmert).*member = value;
        };
        const auto get = [role, member](Config& config) -> std::optional<double> {
            const auto& helmert = config.inputs[role].source.helmert;
            return helmert ? std::optional((*helmert).*member) : std::nullopt;
        };
        keys.push_back({table + name, Number{{set, get}, low, high, unit}});
    };
    parameter("east_m", &gis::Helmert::east_m, -1e8, 1e8, "m");
    parameter("north_m", &gis::Helmert::north_m, -1e8, 1e8, "m");
    parameter("scale", &gis::Helmert::scale, 0.5, 2.0, "");
    parameter("rotation_deg", &gis::Helmert::rotation_deg, -360.0, 360.0, "degrees");
}

} // namespace

const std::vector<Key>& plain_keys()
{
    static const auto keys = all_plain_keys();
    return keys;
}

std::vector<Key> input_keys(Role role)
{
    const auto table = "inputs." + std::string(name_of(role)) + ".";
    const auto at = [role](auto member) {
        return [ role, member ](Config & config) -> auto&
        {
            return member(config.inputs[role]);
        };
    };
    const auto remote = at([](InputSpec & input) -> auto& { return input.source.remote; });
    if (role == Role::dem) {
        return {text(table + "path", at([](InputSpec & input) -> auto& { return input.source.path; })), flag(table + "remote", remote)};
    }
    std::vector<Key> keys = {paths(table + "path", role), flag(table + "remote", remote)};
    keys.push_back(text(table + "layer", at([](InputSpec & input) -> auto& { return input.source.layer; })));
    keys.push_back(text(table + "where", at([](InputSpec & input) -> auto& { return input.source.where; })));
    keys.push_back(text(table + "encoding", at([](InputSpec & input) -> auto& { return input.source.encoding; })));
    keys.push_back(text(table + "crs", at([](InputSpec & input) -> auto& { return input.source.crs; })));
    keys.push_back(choice<gis::WebDatum>(table + "datum", {"none", "gcj02", "bd09"},
                                         at([](InputSpec & input) -> auto& { return input.source.datum; })));
    keys.push_back(whole(table + "head_row", 1, 200, "", at([](InputSpec & input) -> auto& { return input.source.head_row; })));
    keys.push_back(whole(table + "head_rows", 1, 10, "", at([](InputSpec & input) -> auto& { return input.source.head_rows; })));
    keys.push_back(flag(table + "swap_xy", at([](InputSpec & input) -> auto& { return input.source.swap_xy; })));
    add_helmert(table + "helmert.", role, keys);
    keys.push_back({table + "columns", ColumnMap{at([](InputSpec & input) -> auto& { return input.columns; })}});
    if (role == Role::campuses) {
        const auto nearest = [](Config & config) -> auto&
        {
            return config.settings.grounds.nearest_campus_m;
        };
        keys.push_back(number(table + "nearest_m", 0, 1000, "m", nearest));
    }
    if (role == Role::fields) {
        keys.push_back(flag(table + "complete", at([](InputSpec & input) -> auto& { return input.complete; })));
    }
    if (role == Role::districts) {
        keys.push_back(whole(table + "admin_level", 1, 12, "", at([](InputSpec & input) -> auto& { return input.admin_level; })));
    }
    if (role == Role::venues) {
        const auto sports = at([](InputSpec & input) -> auto& { return input.exclude_sports; });
        keys.push_back({table + "exclude_sports", List{access<std::vector<std::string>>(sports), {}}});
    }
    return keys;
}

} // namespace fieldgap::config
