#include "gis/io/osm/osm_piece_writer.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "words/words.hpp"

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/osm/object_comparisons.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace gis {
namespace {

osmium::io::File pbf_file(const std::string& path)
{
    osmium::io::File file(std::filesystem::absolute(path).string(), "pbf");
    file.set("add_metadata", "none");
    return file;
}

osmium::io::Header header()
{
    osmium::io::Header header;
    header.set("generator", "fieldgap");
    header.set("sorting", "Type_then_ID");
    return header;
}

class PieceWriter
{
public:
    PieceWriter(const std::string& path, const OsmStore& store, OsmLocations& locations, unsigned threads)
        : store_(store), locations_(locations), pool_(static_cast<int>(std::clamp(threads, 1U, 256U))),
          writer_(pbf_file(path), header(), osmium::io::overwrite::no, pool_)
    {
    }

    void write(const OsmPiece& piece)
    {
        write_nodes(piece);
        for (const std::uint32_t way : piece.ways) {
            add(store_.way(way));
        }
        for (const std::uint32_t relation : piece.relations) {
            add(store_.relation(relation));
        }
        hand_over();
        writer_.close();
    }

private:
    std::vector<std::int64_t> nodes_of(const OsmPiece& piece) const
    {
        std::vector<std::int64_t> numbers;
        for (const std::uint32_t node : piece.nodes) {
            numbers.push_back(store_.node(node).id());
        }
        for (const std::uint32_t way : piece.ways) {
            for (const osmium::NodeRef& node : store_.way(way).nodes()) {
                numbers.push_back(node.ref());
            }
        }
        for (const std::uint32_t relation : piece.relations) {
            for (const osmium::RelationMember& member : store_.relation(relation).members()) {
                if (member.type() == osmium::item_type::node) {
                    numbers.push_back(member.ref());
                }
            }
        }
        std::sort(numbers.begin(), numbers.end(), osmium::id_order{});
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
    }

    void write_nodes(const OsmPiece& piece)
    {
        std::uint32_t with_tags = 0;
        for (const std::int64_t number : nodes_of(piece)) {
            while (with_tags < store_.node_count() && osmium::id_order{}(store_.node(with_tags).id(), number)) {
                ++with_tags;
            }
            if (with_tags < store_.node_count() && store_.node(with_tags).id() == number) {
                add(store_.node(with_tags));
            } else if (const auto position = locations_.find(number)) {
                add_bare_node(number, {locations_.x_e7(*position), locations_.y_e7(*position)});
            }
        }
    }

    void add(const osmium::OSMObject& object)
    {
        buffer_.add_item(object);
        committed();
    }

    void add_bare_node(std::int64_t number, const osmium::Location& at)
    {
        {
            osmium::builder::NodeBuilder node{buffer_};
            node.set_id(number).set_location(at);
        }
        committed();
    }

    void committed()
    {
        buffer_.commit();
        if (buffer_.committed() > chunk_bytes) {
            hand_over();
        }
    }

    void hand_over()
    {
        throw_if_interrupted();
        osmium::memory::Buffer next{2 * chunk_bytes, osmium::memory::Buffer::auto_grow::yes};
        std::swap(buffer_, next);
        writer_(std::move(next));
    }

    static constexpr std::size_t chunk_bytes = std::size_t{1} << 20U;

    const OsmStore& store_;
    OsmLocations& locations_;
    osmium::thread::Pool pool_;
    osmium::io::Writer writer_;
    osmium::memory::Buffer buffer_{2 * chunk_bytes, osmium::memory::Buffer::auto_grow::yes};
};

} // namespace

void write_piece(const std::string& path, const OsmPiece& piece, const OsmStore& store, OsmLocations& locations, unsigned threads)
{
    try {
        PieceWriter(path, store, locations, threads).write(piece);
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& problem) {
        throw WriteError(words::translate(words::Text::output_not_written, {path, problem.what()}));
    }
}

} // namespace gis
