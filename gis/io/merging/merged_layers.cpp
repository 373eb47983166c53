#include "gis/io/merging/merged_layers.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/merging/geometry_move.hpp"
#include "words/words.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

namespace gis {
namespace {

using words::Text;

OnSqliteFailure not_written(const std::string& path)
{
    return [path](const std::string& why) { throw WriteError(words::translate(Text::output_not_written, {path, why})); };
}

bool has_geometry(const LayerSchema& schema)
{
    return schema.geometry != LayerGeometry::none;
}

/// `INSERT` of a whole row: fid, geom where there is one, then the columns.
std::string insert_into(const LayerSchema& schema)
{
    std::string names = "fid";
    std::string values = "?1";
    std::size_t position = 1;
    const auto add = [&](const std::string& name) {
        names += ", " + sql_name(name);
        values += ", ?" + std::to_string(++position);
    };
    if (has_geometry(schema)) {
        add("geom");
    }
    for (const Column& column : schema.columns) {
        add(column.name);
    }
    return "INSERT INTO " + sql_name(schema.name) + " (" + names + ") VALUES (" + values + ")";
}

std::string index_of(const LayerSchema& schema)
{
    return sql_name("rtree_" + schema.name + "_geom");
}

/// What is known of a layer besides its rows.
struct Content
{
    std::int64_t rows = 0;
    Box box;
};

/// A layer being filled.
struct Filled
{
    Filled(const SqliteConnection& file, const LayerSchema& of) : schema(of), insert(file, insert_into(of))
    {
        if (has_geometry(of)) {
            insert_box.emplace(file, "INSERT INTO " + index_of(of) + " VALUES (?1, ?2, ?3, ?4, ?5)");
        }
    }

    LayerSchema schema;
    SqliteStatement insert;
    std::optional<SqliteStatement> insert_box;
    Content content;
    Content before; ///< the transaction
};

} // namespace

struct MergedLayers::State
{
    State(const std::filesystem::path& path, const std::string& path_in_messages)
        : file(SqliteConnection::for_writing(path.string(), not_written(path_in_messages)))
    {
        // Each transaction changes pages all over the indexes of what came before: a journal in memory would grow with them.
        file.run("PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384");
    }

    void open(std::span<const LayerSchema> layers, std::span<const LayerSchema> tables);
    void put_triggers_aside();
    void put_triggers_back();
    void begin();
    void keep();
    void take_back();
    void copy(Filled& to, MergeInput& from, const InputLayer& layer, const std::string& name);
    void add_geometry(Filled& to, GeometryMove& move, const SqliteStatement& row, MergeInput& from);
    void describe(const Filled& layer);

    SqliteConnection file;
    std::vector<std::string> triggers;
    std::vector<Filled> filled; ///< layers, then tables
    std::size_t layer_count = 0;
    std::int64_t srs_id = 0;             ///< of all layers
    std::vector<unsigned char> geometry; ///< of the row at hand
};

/// GDAL's triggers keep index and count with functions that only GDAL has.
void MergedLayers::State::put_triggers_aside()
{
    std::vector<std::string> names;
    SqliteStatement found(file, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid");
    while (found.step()) {
        names.push_back(found.text(0));
        triggers.push_back(found.text(1));
    }
    for (const std::string& name : names) {
        file.run(("DROP TRIGGER " + sql_name(name)).c_str());
    }
}

void MergedLayers::State::put_triggers_back()
{
    for (const std::string& trigger : triggers) {
        file.run(trigger.c_str());
    }
}

void MergedLayers::State::open(std::span<const LayerSchema> layers, std::span<const LayerSchema> tables)
{
    filled.reserve(layers.size() + tables.size());
    layer_count = layers.size();
    for (const auto& schemas : {layers, tables}) {
        for (const LayerSchema& schema : schemas) {
            filled.emplace_back(file, schema);
        }
    }
    SqliteStatement id(file, "SELECT srs_id FROM gpkg_geometry_columns LIMIT 1");
    srs_id = id.step() ? id.integer(0) : 0;
}

void MergedLayers::State::begin()
{
    file.run("BEGIN");
    for (Filled& layer : filled) {
        layer.before = layer.content;
    }
}

void MergedLayers::State::keep()
{
    file.run("COMMIT");
}

void MergedLayers::State::take_back()
{
    file.run("ROLLBACK");
    for (Filled& layer : filled) {
        layer.content = layer.before;
    }
}

/// Coordinates of degrees that count as WGS 84 stay as they are.
CrsTransformation to_degrees(const OGRSpatialReference& crs)
{
    return is_wgs84_degrees(crs) ? nullptr : transformation(crs, *degrees_under(crs));
}

void MergedLayers::State::copy(Filled& to, MergeInput& from, const InputLayer& layer, const std::string& name)
{
    std::optional<GeometryMove> move;
    if (has_geometry(layer.schema)) {
        move.emplace(to_degrees(*from.crs_of(layer.srs_id)), static_cast<std::int32_t>(srs_id));
    }
    const std::vector<Column> own(to.schema.columns.begin() + 1, to.schema.columns.end());
    SqliteStatement row = from.rows(layer.schema, own);
    const int first = move ? 3 : 2;
    while (row.step()) {
        throw_if_interrupted();
        from.row_came();
        to.insert.bind(1, Cell(++to.content.rows));
        if (move) {
            add_geometry(to, *move, row, from);
        }
        to.insert.bind(first, Cell(name));
        for (int i = 0; i < static_cast<int>(own.size()); ++i) {
            to.insert.bind_from(row, 2 + i, first + 1 + i);
        }
        to.insert.run();
    }
}

void MergedLayers::State::add_geometry(Filled& to, GeometryMove& move, const SqliteStatement& row, MergeInput& from)
{
    constexpr int geometry_position = 2;
    if (row.is_null(1)) {
        to.insert.bind(geometry_position, Cell());
        return;
    }
    const auto bytes = row.blob(1);
    geometry.assign(bytes.begin(), bytes.end());
    const auto box = move(geometry);
    if (!box) {
        from.refuse(Text::merge_damaged_geometry, to.schema.name + " " + std::to_string(row.integer(0)));
    }
    to.insert.bind(geometry_position, geometry);
    if (box->is_empty()) {
        return;
    }
    to.content.box.add(*box);
    to.insert_box->bind(1, Cell(to.content.rows));
    int position = 1;
    for (const double edge : {box->min_x, box->max_x, box->min_y, box->max_y}) {
        to.insert_box->bind(++position, Cell(edge));
    }
    to.insert_box->run();
}

void MergedLayers::State::describe(const Filled& layer)
{
    SqliteStatement count(file, "UPDATE gpkg_ogr_contents SET feature_count = ?2 WHERE table_name = ?1");
    count.bind(1, Cell(layer.schema.name));
    count.bind(2, Cell(layer.content.rows));
    count.run();
    const Box& box = layer.content.box;
    if (!box.is_empty()) {
        SqliteStatement extent(file, "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1");
        extent.bind(1, Cell(layer.schema.name));
        int position = 1;
        for (const double edge : {box.min_x, box.min_y, box.max_x, box.max_y}) {
            extent.bind(++position, Cell(edge));
        }
        extent.run();
    }
}

MergedLayers::MergedLayers(const std::filesystem::path& file, const std::string& path_in_messages, std::span<const LayerSchema> layers,
                           std::span<const LayerSchema> tables)
    : state_(std::make_unique<State>(file, path_in_messages))
{
    state_->begin();
    state_->put_triggers_aside();
    state_->keep();
    state_->open(layers, tables);
}

MergedLayers::~MergedLayers() = default;

void MergedLayers::add(MergeInput& input, const std::string& name)
{
    state_->begin();
    try {
        for (const InputLayer& layer : input.layers()) {
            const auto end = state_->filled.begin() + static_cast<std::ptrdiff_t>(state_->layer_count);
            const auto to =
                std::find_if(state_->filled.begin(), end, [&](const Filled& one) { return one.schema.name == layer.schema.name; });
            if (to != end) {
                state_->copy(*to, input, layer, name);
            }
        }
    } catch (const WriteError&) {
        throw;
    } catch (const Error&) {
        state_->take_back();
        throw;
    }
    state_->keep();
}

void MergedLayers::add_row(std::size_t table, std::span<const Cell> cells)
{
    Filled& to = state_->filled.at(state_->layer_count + table);
    if (cells.size() != to.schema.columns.size()) {
        throw std::logic_error("a row that does not fit its table");
    }
    to.insert.bind(1, Cell(++to.content.rows));
    int position = 1;
    for (const Cell& cell : cells) {
        to.insert.bind(++position, cell);
    }
    to.insert.run();
}

std::vector<Box> MergedLayers::finish()
{
    state_->begin();
    std::vector<Box> boxes;
    for (const Filled& layer : state_->filled) {
        state_->describe(layer);
        boxes.push_back(layer.content.box);
    }
    state_->put_triggers_back();
    state_->keep();
    return boxes;
}

} // namespace gis
