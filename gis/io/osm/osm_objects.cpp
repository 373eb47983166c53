#include "gis/io/osm/osm_objects.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/osm/osm_deleted.hpp"
#include "words/words.hpp"

#include <osmium/io/any_input.hpp>
#include <osmium/osm/object_comparisons.hpp>
#include <osmium/thread/pool.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {
namespace {

/// By the ending, in any case: libosmium itself knows lower case only.
std::string format_of(const std::string& path)
{
    const auto ends_with = [&path](std::string_view ending) {
        return path.size() >= ending.size() && std::equal(ending.rbegin(), ending.rend(), path.rbegin(), [](char a, char b) {
                   return a == b || (b >= 'A' && b <= 'Z' && b - 'A' + 'a' == a);
               });
    };
    for (const char* format : {"osm.gz", "osm.bz2", "osm"}) {
        if (ends_with(std::string(".") + format)) {
            return format;
        }
    }
    return "pbf";
}

/// An absolute path has no protocol, for which libosmium would start a program, and is never `-`.
osmium::io::File file_of(const std::string& path)
{
    return osmium::io::File(std::filesystem::absolute(path).string(), format_of(path));
}

void check_is_file(const std::string& path)
{
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status)) {
        throw Error(words::translate(words::Text::osm_missing, {path}));
    }
    if (!std::filesystem::is_regular_file(status)) {
        throw Error(words::translate(words::Text::osm_no_file, {path}));
    }
}

OsmObjectId id_of(const osmium::OSMObject& object)
{
    const OsmKind kind = object.type() == osmium::item_type::node  ? OsmKind::node
                         : object.type() == osmium::item_type::way ? OsmKind::way
                                                                   : OsmKind::relation;
    return {kind, object.id()};
}

/// What an editor deleted is as deleted as what the database says so of.
void mark_deleted(osmium::memory::Buffer& buffer, const std::set<OsmObjectId>& deleted)
{
    if (deleted.empty()) {
        return;
    }
    for (osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
        if (deleted.contains(id_of(object))) {
            object.set_deleted(true);
        }
    }
}

void read_buffers(osmium::io::Reader& reader, const std::set<OsmObjectId>& deleted, const OsmObjects::Visit& visit)
{
    while (osmium::memory::Buffer buffer = reader.read()) {
        throw_if_interrupted();
        mark_deleted(buffer, deleted);
        visit(buffer);
    }
    reader.close();
}

} // namespace

struct OsmObjects::State
{
    explicit State(unsigned threads) : pool(static_cast<int>(std::clamp(threads, 1U, 256U))) {}

    /// Buffers of about this size come out of `visit_in_order`.
    static constexpr std::size_t chunk_bytes = std::size_t{1} << 20U;

    void read(const std::string& path, osmium::osm_entity_bits::type kinds, const Visit& visit);
    void visit_in_order(const Visit& visit) const;

    osmium::thread::Pool pool;
    std::set<OsmObjectId> deleted;
    std::vector<osmium::memory::Buffer> buffers;
    std::vector<const osmium::OSMObject*> in_order;
    bool is_in_order = false;
};

void OsmObjects::State::read(const std::string& path, osmium::osm_entity_bits::type kinds, const Visit& visit)
{
    if (is_in_order) {
        visit_in_order(visit);
        return;
    }
    try {
        osmium::io::Reader reader(file_of(path), kinds, osmium::io::read_meta::no, pool);
        if (reader.header().has_multiple_object_versions()) {
            throw OsmOutOfOrder{};
        }
        read_buffers(reader, deleted, visit);
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& problem) {
        throw Error(words::translate(words::Text::osm_damaged, {path, problem.what()}));
    }
}

void OsmObjects::State::visit_in_order(const Visit& visit) const
{
    osmium::memory::Buffer chunk{chunk_bytes, osmium::memory::Buffer::auto_grow::yes};
    for (const osmium::OSMObject* object : in_order) {
        chunk.add_item(*object);
        chunk.commit();
        if (chunk.committed() > chunk_bytes) {
            visit(chunk);
            chunk.clear();
        }
    }
    visit(chunk);
}

OsmObjects::OsmObjects(std::string path, unsigned threads) : path_(std::move(path))
{
    check_is_file(path_);
    state_ = std::make_unique<State>(threads);
    find_deleted();
}

OsmObjects::~OsmObjects() = default;

void OsmObjects::find_deleted()
{
    try {
        state_->deleted = deleted_in_editor(path_, format_of(path_));
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& problem) {
        throw Error(words::translate(words::Text::osm_damaged, {path_, problem.what()}));
    }
}

std::uint64_t OsmObjects::bytes() const
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(path_, problem);
    return problem ? 0 : size;
}

bool OsmObjects::is_pbf(const std::string& path)
{
    return format_of(path) == "pbf";
}

void OsmObjects::relations(const Visit& visit)
{
    state_->read(path_, osmium::osm_entity_bits::relation, visit);
}

void OsmObjects::all(const Visit& visit)
{
    state_->read(path_, osmium::osm_entity_bits::nwr, visit);
}

void OsmObjects::put_in_order()
{
    auto& objects = state_->in_order;
    try {
        // Versions and deletions are read here.
        osmium::io::Reader reader(file_of(path_), osmium::osm_entity_bits::nwr, osmium::io::read_meta::yes, state_->pool);
        while (osmium::memory::Buffer buffer = reader.read()) {
            throw_if_interrupted();
            mark_deleted(buffer, state_->deleted);
            state_->buffers.push_back(std::move(buffer));
        }
        reader.close();
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& problem) {
        throw Error(words::translate(words::Text::osm_damaged, {path_, problem.what()}));
    }
    for (const osmium::memory::Buffer& buffer : state_->buffers) {
        for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
            objects.push_back(&object);
        }
    }
    std::stable_sort(objects.begin(), objects.end(), osmium::object_order_type_id_reverse_version{});
    objects.erase(std::unique(objects.begin(), objects.end(), osmium::object_equal_type_id{}), objects.end());
    objects.erase(std::remove_if(objects.begin(), objects.end(), [](const auto* object) { return object->deleted(); }), objects.end());
    state_->is_in_order = true;
}

} // namespace gis
