#include "layers/input/read_city.hpp"

#include "gis/error.hpp"
#include "layers/crs/city_centre.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/input_records.hpp"
#include "layers/input/local_inputs.hpp"
#include "layers/input/place_checks.hpp"
#include "layers/input/read_network.hpp"
#include "layers/input/schools_of_city.hpp"
#include "layers/input/surroundings.hpp"
#include "layers/leases/read_leases.hpp"
#include "layers/matching/closed_schools.hpp"
#include "layers/matching/references.hpp"
#include "layers/osm/osm_grounds.hpp"
#include "layers/osm/osm_layers.hpp"
#include "layers/osm/osm_schools.hpp"
#include "layers/rows/read_buildings.hpp"
#include "layers/rows/read_estates.hpp"
#include "layers/rows/read_grounds.hpp"
#include "layers/rows/venue_areas.hpp"
#include "layers/table/table_notes.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

/// Brings the files of a config together into one City.
class CityReader
{
public:
    CityReader(const Config& config, unsigned threads, const MapPieces& pieces)
        : config_(config), files_(read_input_files(config, threads, pieces)), result_{{}, gis::CityPlane(centre()), {}, {}, {}, {}, {}}
    {
        result_.city.name = config.city_name;
        result_.findings = std::move(files_.findings);
        result_.read_s = std::move(files_.read_s);
    }

    CityInput read(const FurtherPlaces& further_places)
    {
        read_places();
        gis::Box extent = result_.extent;
        if (further_places) {
            extent.add(further_places(result_));
        }
        read_network_around(extent);
        result_.inputs = input_records(config_, files_, used_, result_.findings);
        check_places(files_, result_);
        return std::move(result_);
    }

    /// All but the network.
    const CityInput& read_places()
    {
        closed_ = read_schools_and_campuses(config_, files_, result_, used_);
        read_fields_and_venues();
        read_new_venues();
        read_buildings();
        read_gates();
        read_districts();
        read_estates();
        read_catchments();
        read_yields();
        forget_closed_schools(closed_, result_.city);
        resolve_references(result_.city, result_.findings);
        read_leases();
        result_.extent = extent_of(result_.city, config_.settings.walk);
        return result_;
    }

    /// Where the coordinates of the layers are beyond doubt without the streets of a map.
    bool is_placed_by_layers() const { return files_.place_of_layers.has_value(); }

private:
    const InputSpec* spec(Role role) const
    {
        const auto it = config_.inputs.find(role);
        return it == config_.inputs.end() ? nullptr : &it->second;
    }

    /// The OSM features of a role, if it names an OSM file.
    const gis::OsmFile* osm(Role role) const { return osm_of(files_, config_, role); }

    std::optional<Table> table(Role role) { return table_of(role, config_, files_, result_); }

    /// The rows of the role's own layer, where it has one.
    template <class Thing, class Reader>
    void read_rows(Role role, std::vector<Thing>& things, Reader reader)
    {
        if (const auto rows = table(role)) {
            things = reader(*rows);
        }
    }

    /// Counts what is used of a role, and gives each an id of its own.
    template <class Thing>
    void finish(Role role, std::vector<Thing>& things)
    {
        used_.of_role[role] = things.size();
        make_ids_unique(things, std::string(name_of(role)), result_.findings);
    }

    gis::Point centre() const
    {
        const auto* file = osm(Role::schools);
        const auto positions = file != nullptr ? osm_school_positions(file->features) : layer_positions(files_.layers.at(Role::schools));
        if (positions.empty()) {
            throw gis::Error(words::translate(words::Text::input_no_school, {spec(Role::schools)->written_path}));
        }
        return centre_of(positions);
    }

    void read_fields_and_venues()
    {
        City& city = result_.city;
        read_rows(Role::fields, city.fields, fieldgap::read_fields);
        read_rows(Role::venues, city.venues, fieldgap::read_venues);
        for (const auto& [path, file] : files_.osm) {
            const auto& roles = files_.roles_of_osm.at(path);
            const OsmGroundsAsked asked{roles.contains(Role::fields), roles.contains(Role::venues)};
            if (asked.fields || asked.venues) {
                const auto* venues = spec(Role::venues);
                const auto& excluded = venues != nullptr && venues->exclude_sports ? *venues->exclude_sports : default_excluded_sports();
                take(grounds_of_osm(file.features, city.campuses, excluded, asked, result_.plane, result_.findings), asked);
            }
        }
        const auto* fields = spec(Role::fields);
        city.fields_complete = fields != nullptr && fields->complete.value_or(osm(Role::fields) == nullptr);
        finish(Role::fields, city.fields);
        finish(Role::venues, city.venues);
        settle_venue_areas(city.venues, Role::venues, result_.plane, result_.findings);
    }

    void read_new_venues()
    {
        std::vector<Venue>& places = result_.city.new_venues;
        read_rows(Role::new_venues, places, fieldgap::read_venues);
        finish(Role::new_venues, places);
        settle_venue_areas(places, Role::new_venues, result_.plane, result_.findings);
    }

    void take(OsmGrounds grounds, const OsmGroundsAsked& asked)
    {
        if (asked.fields) {
            result_.city.fields = std::move(grounds.fields);
        }
        if (asked.venues) {
            result_.city.venues = std::move(grounds.venues);
        }
    }

    /// Buildings serve one question only: which of them stand on a field.
    void read_buildings()
    {
        BuildingsOnFields buildings(result_.city.fields, result_.plane);
        if (const auto* file = osm(Role::buildings)) {
            buildings.take_osm(file->features);
        } else if (const auto rows = files_.layers.find(Role::buildings); rows != files_.layers.end()) {
            buildings.take_layer(rows->second);
            note_file("buildings", *spec(Role::buildings), rows->second, result_.findings);
        }
        used_.of_role[Role::buildings] = buildings.with_outline();
        result_.city.buildings = buildings.taken(result_.findings);
    }

    /// Gates of the gates layer, and entrances that the files of schools, campuses and venues hold.
    void read_gates()
    {
        read_rows(Role::gates, result_.city.gates, fieldgap::read_gates);
        used_.of_role[Role::gates] = result_.city.gates.size();
        for (const auto& [path, file] : files_.osm) {
            const auto of_file = gates_of_osm(file.features, result_.plane);
            result_.city.gates.insert(result_.city.gates.end(), of_file.begin(), of_file.end());
            used_.of_role[Role::gates] += osm(Role::gates) == &file ? of_file.size() : 0U;
        }
        std::stable_sort(result_.city.gates.begin(), result_.city.gates.end(), [](const Gate& a, const Gate& b) { return a.id < b.id; });
    }

    void read_districts()
    {
        std::vector<District>& districts = result_.city.districts;
        if (const auto* file = osm(Role::districts)) {
            const auto level = spec(Role::districts)->admin_level;
            if (!level) {
                throw gis::UsageError(words::translate(words::Text::input_admin_level, {spec(Role::districts)->written_path}));
            }
            districts = districts_of_osm(file->features, *level, result_.plane, result_.findings);
        }
        read_rows(Role::districts, districts, fieldgap::read_districts);
        finish(Role::districts, districts);
    }

    void read_estates()
    {
        std::vector<Estate>& estates = result_.city.estates;
        if (const auto* file = osm(Role::residential)) {
            estates = estates_of_osm(file->features, result_.plane, result_.findings);
        }
        read_rows(Role::residential, estates, fieldgap::read_estates);
        finish(Role::residential, estates);
    }

    void read_catchments()
    {
        read_rows(Role::catchments, result_.city.catchments, fieldgap::read_catchments);
        finish(Role::catchments, result_.city.catchments);
    }

    void read_yields()
    {
        read_rows(Role::yields, result_.city.yields, fieldgap::read_yields);
        used_.of_role[Role::yields] = result_.city.yields.size();
    }

    /// Last: a contract names schools and venues.
    void read_leases()
    {
        if (const auto rows = table(Role::leases)) {
            result_.city.leases = fieldgap::read_leases(*rows, result_.city, result_.findings);
            used_.of_role[Role::leases] = result_.city.leases.size();
        }
    }

    void read_network_around(const gis::Box& extent)
    {
        if (spec(Role::network) != nullptr) {
            const auto rows = table(Role::network);
            fieldgap::read_network(config_, files_, rows ? &*rows : nullptr, extent, result_, used_);
        }
    }

    const Config& config_;
    InputFiles files_;
    CityInput result_;
    UsedRows used_;
    std::vector<School> closed_; ///< as the register or the enrolment table has them; they are no part of the city
};

} // namespace

CityInput read_city(const Config& config, const CityReading& how)
{
    const LocalInputs local(config);
    try {
        return CityReader(local.config(), how.threads, how.pieces).read(how.further_places);
    } catch (const PieceTooSmall&) {
        return CityReader(local.config(), how.threads, {}).read(how.further_places);
    }
}

std::optional<gis::Box> surroundings_without(const std::string& map, Config config, unsigned threads)
{
    const auto is_of_map = [&](Role role) {
        const auto named = config.inputs.find(role);
        return named != config.inputs.end() && named->second.source.path == map;
    };
    if (is_of_map(Role::schools) || is_of_map(Role::residential)) {
        return std::nullopt;
    }
    // How large the grounds of a map are is not known before it is read.
    constexpr double largest_ground_m = 3000.0;
    const bool has_grounds = is_of_map(Role::campuses) || is_of_map(Role::venues);
    const double further_m = has_grounds ? config.settings.walk.minutes * config.settings.walk.speed_m_per_min + largest_ground_m : 0.0;
    std::erase_if(config.inputs, [&](const auto& input) { return is_of_map(input.first); });
    const LocalInputs local(std::move(config));
    CityReader reader(local.config(), threads, {});
    const CityInput& city = reader.read_places();
    const auto around = surroundings_of(city.extent, margin_m(local.config().settings) + further_m, city.plane);
    return around && reader.is_placed_by_layers() ? std::optional(around->degrees) : std::nullopt;
}

} // namespace fieldgap
