#include "synth/writing.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "synth/city_text.hpp"
#include "words/words.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using gis::Cell;
using gis::ColumnType;
using gis::LayerGeometry;

constexpr std::array<std::string_view, 9> layer_names = {"schools",     "campuses",  "fields", "venues", "gates",
                                                         "residential", "districts", "sites",  "network"};

template <class T>
Cell cell(const std::optional<T>& value)
{
    return value ? Cell(*value) : Cell();
}

/// An empty text is absent.
Cell cell(const std::string& text)
{
    return text.empty() ? Cell() : Cell(text);
}

Cell cell(const char* text)
{
    return Cell(std::string(text));
}

gis::GeoPackageTarget target_of(std::string_view layer, const SynthSettings& settings, const std::string& crs)
{
    gis::GeoPackageTarget target;
    target.path = (fs::path(settings.folder) / layer).string() + ".gpkg";
    target.overwrite = settings.overwrite;
    target.crs = crs;
    target.timestamp_s = settings.timestamp_s;
    target.with_project = false;
    return target;
}

/// One file with one layer of the same name.
class LayerFile
{
public:
    LayerFile(const SyntheticCity& made, const SynthSettings& settings, const gis::LayerSchema& schema)
        : plane_(made.centre), file_(target_of(schema.name, settings, made.crs), plane_)
    {
        file_.begin_layer(schema);
    }

    void add(const gis::Geometry& geometry, std::initializer_list<Cell> cells)
    {
        file_.add_row(geometry, std::span(cells.begin(), cells.size()));
    }
    void publish() { file_.publish(); }

private:
    gis::CityPlane plane_;
    gis::GeoPackage file_;
};

const char* name_of(SchoolKind kind)
{
    constexpr std::array<const char*, 4> names = {"regular", "special", "vocational", "teaching_point"};
    return names[static_cast<std::size_t>(kind)];
}

const char* name_of(OwnerKind owner)
{
    constexpr std::array<const char*, 3> names = {"school", "venue", "estate"};
    return names[static_cast<std::size_t>(owner)];
}

std::string stages_of(const School& school)
{
    std::string list;
    for (const Stage stage : all_stages) {
        if (school.has_stage[stage]) {
            list += list.empty() ? "" : ",";
            list += fieldgap::name_of(stage);
        }
    }
    return list;
}

const std::vector<gis::Column>& school_columns()
{
    static const std::vector<gis::Column> columns = {{"id"},
                                                     {"name"},
                                                     {"district"},
                                                     {"stage"},
                                                     {"enrol_primary", ColumnType::integer},
                                                     {"enrol_junior", ColumnType::integer},
                                                     {"enrol_senior", ColumnType::integer},
                                                     {"classes_primary", ColumnType::integer},
                                                     {"classes_junior", ColumnType::integer},
                                                     {"capacity_primary", ColumnType::integer},
                                                     {"capacity_junior", ColumnType::integer},
                                                     {"outdoor_m2", ColumnType::real},
                                                     {"indoor_m2", ColumnType::real},
                                                     {"special_m2", ColumnType::real},
                                                     {"basement_usable_m2", ColumnType::real},
                                                     {"expand_possible_m2", ColumnType::real},
                                                     {"rural", ColumnType::boolean},
                                                     {"dense", ColumnType::boolean},
                                                     {"kind"},
                                                     {"parent_id"},
                                                     {"phase"},
                                                     {"open_year", ColumnType::integer},
                                                     {"plan_year", ColumnType::integer},
                                                     {"build_year", ColumnType::integer},
                                                     {"handover_year", ColumnType::integer},
                                                     {"built_year", ColumnType::integer},
                                                     {"migrant_share", ColumnType::real}};
    return columns;
}

void write_schools(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings, {"schools", LayerGeometry::point, school_columns(), "Schools, by their main building"});
    for (const School& s : made.city.schools) {
        file.add(s.at, {s.id,
                        s.name,
                        cell(s.district),
                        stages_of(s),
                        cell(s.pupils[Stage::primary]),
                        cell(s.pupils[Stage::junior]),
                        cell(s.pupils[Stage::senior]),
                        cell(s.classes[Stage::primary]),
                        cell(s.classes[Stage::junior]),
                        cell(s.capacity[Stage::primary]),
                        cell(s.capacity[Stage::junior]),
                        cell(s.outdoor_m2),
                        cell(s.indoor_m2),
                        cell(s.special_m2),
                        cell(s.basement_usable_m2),
                        cell(s.expand_possible_m2),
                        cell(s.rural),
                        s.dense,
                        cell(name_of(s.kind)),
                        cell(s.parent_id),
                        cell(s.phase == SchoolPhase::open ? "open" : "planned"),
                        cell(s.open_year),
                        cell(s.plan_year),
                        cell(s.build_year),
                        cell(s.handover_year),
                        cell(s.built_year),
                        cell(s.migrant_share)});
    }
    file.publish();
}

void write_campuses(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings,
                   {"campuses", LayerGeometry::multi_polygon, {{"id"}, {"school_id"}, {"name"}}, "School grounds inside their walls"});
    for (const Campus& campus : made.city.campuses) {
        file.add(campus.ground, {campus.id, cell(campus.school_id), cell(campus.name)});
    }
    file.publish();
}

void write_fields(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings,
                   {"fields",
                    LayerGeometry::multi_polygon,
                    {{"id"}, {"school_id"}, {"kind"}, {"floor_m2", ColumnType::real}, {"storeys", ColumnType::integer}, {"surface"}},
                    "Sports surfaces of schools"});
    for (const Field& field : made.city.fields) {
        const Cell storeys = field.kind == FieldKind::indoor ? Cell(static_cast<std::int64_t>(field.counted_storeys())) : Cell();
        file.add(field.ground, {field.id, cell(field.school_id), std::string(fieldgap::name_of(field.kind)), cell(field.floor_m2), storeys,
                                cell(field.surface)});
    }
    file.publish();
}

/// Most are drawn; some are known by their place only, so that the layer holds both.
void write_venues(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(
        made, settings,
        {"venues",
         LayerGeometry::any,
         {{"id"}, {"name"}, {"kind"}, {"area_m2", ColumnType::real}, {"rentable", ColumnType::boolean}, {"price_per_m2", ColumnType::real}},
         "Sports grounds outside schools"});
    for (const Venue& venue : made.city.venues) {
        const gis::Geometry where = venue.ground.empty() ? gis::Geometry(venue.at) : gis::Geometry(venue.ground);
        file.add(where, {venue.id, venue.name, venue.kind, cell(venue.area_m2), venue.rentable, cell(venue.price_per_m2)});
    }
    file.publish();
}

void write_gates(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings, {"gates", LayerGeometry::point, {{"owner_kind"}, {"owner_id"}, {"kind"}}, "Where one may enter"});
    for (std::size_t i = 0; i < made.city.gates.size(); ++i) {
        const Gate& gate = made.city.gates[i];
        const Cell owner = gate.owner_kind ? cell(name_of(*gate.owner_kind)) : Cell();
        file.add(gate.at, {owner, cell(gate.owner_id), made.gate_kinds[i]});
    }
    file.publish();
}

void write_estates(const SyntheticCity& made, const std::vector<Estate>& estates, const SynthSettings& settings, const char* layer,
                   const char* description)
{
    LayerFile file(made, settings,
                   {layer,
                    LayerGeometry::multi_polygon,
                    {{"id"},
                     {"name"},
                     {"households", ColumnType::real},
                     {"population", ColumnType::real},
                     {"pupils_primary", ColumnType::real},
                     {"pupils_junior", ColumnType::real},
                     {"phase"},
                     {"first_phase_year", ColumnType::integer},
                     {"owed_school"}},
                    description});
    for (const Estate& estate : estates) {
        file.add(estate.ground,
                 {estate.id, estate.name, cell(estate.households), cell(estate.population), cell(estate.pupils[Stage::primary]),
                  cell(estate.pupils[Stage::junior]), cell(estate.phase == EstatePhase::existing ? "existing" : "planned"),
                  cell(estate.first_phase_year), cell(estate.owed_school)});
    }
    file.publish();
}

void write_districts(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings, {"districts", LayerGeometry::multi_polygon, {{"id"}, {"name"}}, "Districts of the city"});
    for (const District& district : made.city.districts) {
        file.add(district.ground, {district.id, district.name});
    }
    file.publish();
}

void write_network(const SyntheticCity& made, const SynthSettings& settings)
{
    LayerFile file(made, settings,
                   {"network",
                    LayerGeometry::line,
                    {{"highway"}, {"name"}, {"foot"}, {"access"}, {"bridge"}, {"layer", ColumnType::integer}},
                    "Streets; they join where they share a vertex"});
    for (const Street& street : made.streets) {
        file.add(gis::MultiLine{street.line}, {street.highway, cell(street.name), cell(street.foot), cell(street.access),
                                               street.bridge ? cell("yes") : Cell(), street.bridge ? Cell(std::int64_t{1}) : Cell()});
    }
    file.publish();
}

fs::path text_file(const SynthSettings& settings)
{
    return fs::absolute(fs::path(settings.folder) / "city.toml");
}

/// A path that was given absolute stays so; any other is seen from the folder.
std::string network_path(const SynthSettings& settings)
{
    if (settings.network_path.empty()) {
        return "network.gpkg";
    }
    const fs::path given = settings.network_path;
    std::error_code error;
    const fs::path seen = given.is_absolute() ? given : fs::proximate(given, settings.folder, error);
    return (error ? fs::absolute(given) : seen).generic_string();
}

void write_text(const SyntheticCity& made, const SynthSettings& settings)
{
    const gis::FolderBeside work(text_file(settings));
    const fs::path unfinished = work.path() / "city.toml";
    gis::write_file(unfinished, city_text(made.city.name, network_path(settings)));
    gis::sync_to_disk(unfinished);
    gis::publish_files(work, {{unfinished, text_file(settings)}}, settings.overwrite ? gis::Existing::replace : gis::Existing::keep);
}

/// The network only where it is drawn.
std::span<const std::string_view> layers_written(const SynthSettings& settings)
{
    return std::span(layer_names).first(layer_names.size() - (settings.network_path.empty() ? 0 : 1));
}

} // namespace

std::vector<std::string> files_written(const SynthSettings& settings)
{
    std::vector<std::string> files = {text_file(settings).string()};
    for (const std::string_view layer : layers_written(settings)) {
        files.push_back(target_of(layer, settings, "EPSG:4326").path);
    }
    return files;
}

void check_files(const SynthSettings& settings)
{
    std::error_code error;
    fs::create_directories(settings.folder, error);
    if (error) {
        throw gis::WriteError(words::translate(words::Text::synth_no_folder, {settings.folder, error.message()}));
    }
    for (const std::string_view layer : layers_written(settings)) {
        gis::check_target(target_of(layer, settings, "EPSG:4326"));
    }
    if (!settings.overwrite && fs::exists(fs::symlink_status(text_file(settings), error))) {
        throw gis::WriteError(words::translate(words::Text::output_exists, {text_file(settings).string()}));
    }
}

/// The config comes last: where it is, everything is.
void write_city(const SyntheticCity& made, const SynthSettings& settings)
{
    write_schools(made, settings);
    write_campuses(made, settings);
    write_fields(made, settings);
    write_venues(made, settings);
    write_gates(made, settings);
    write_estates(made, made.city.estates, settings, "residential", "Housing estates, existing and planned");
    write_estates(made, made.sites, settings, "sites", "Candidates for new housing estates");
    write_districts(made, settings);
    if (settings.network_path.empty()) {
        write_network(made, settings);
    }
    write_text(made, settings);
}

} // namespace fieldgap
