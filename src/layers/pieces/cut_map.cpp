#include "layers/pieces/cut_map.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/osm/osm_cutter.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <utility>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Raised whenever the same map and the same wish give another piece.
constexpr int kind_of_piece = 1;

Json filters_json(const std::vector<gis::OsmFilter>& filters)
{
    Json list = Json::array();
    for (const gis::OsmFilter& filter : filters) {
        list.push_back({filter.key, filter.values});
    }
    return list;
}

std::string name_of(const PieceWanted& wanted, const gis::FileDigest& map)
{
    const gis::OsmWanted& of = wanted.wanted;
    const gis::Box& box = wanted.within;
    const Json all = {kind_of_piece,
                      map.sha256,
                      map.bytes,
                      filters_json(of.nodes),
                      filters_json(of.areas),
                      filters_json(of.sites),
                      of.boundaries,
                      of.streets,
                      of.ways,
                      of.foot.trunk_open,
                      box.min_x,
                      box.min_y,
                      box.max_x,
                      box.max_y};
    return gis::text_digest(all.dump()) + ".osm.pbf";
}

/// One piece that is to be there in the end, and where it is made.
struct Making
{
    const PieceWanted* wanted = nullptr;
    MapPiece piece;
    std::string made;
};

/// The map changed its date and nothing else: its pieces are still right.
void renew_stamp(MapPiece& piece, const std::string& stamp)
{
    if (piece.source_stamp != stamp) {
        piece.source_stamp = stamp;
        const gis::FolderBeside work{fs::path(piece.path)};
        const fs::path side = work.path() / "side";
        gis::write_file(side, side_text(piece));
        gis::sync_to_disk(side);
        gis::publish_files(work, {{side, side_path(piece.path)}}, gis::Existing::replace);
    }
}

void publish(Making& making, const gis::FolderBeside& work)
{
    making.piece.digest = gis::file_digest(making.made);
    gis::write_file(side_path(making.made), side_text(making.piece));
    gis::sync_to_disk(making.made);
    gis::sync_to_disk(side_path(making.made));
    gis::publish_files(work, {{making.made, making.piece.path}, {side_path(making.made), side_path(making.piece.path)}},
                       gis::Existing::replace);
}

bool wants_streets(const PieceWanted& wanted)
{
    return wanted.wanted.streets || wanted.wanted.ways;
}

/// Cuts the map once for all that are not there, and leaves those out that hold no street though they should.
void make(const std::string& map, std::map<std::string, Making>& makings, unsigned threads)
{
    const gis::FolderBeside work{fs::path(makings.begin()->second.piece.path)};
    std::vector<gis::OsmCut> cuts;
    for (auto& [name, making] : makings) {
        making.made = (work.path() / name).string();
        cuts.push_back({making.wanted->wanted, making.wanted->within, making.made});
    }
    const std::vector<std::size_t> walked = gis::cut_osm(map, cuts, threads);
    auto at = walked.begin();
    for (auto making = makings.begin(); making != makings.end(); ++at) {
        if (*at == 0 && wants_streets(*making->second.wanted)) {
            making = makings.erase(making);
        } else {
            publish(making->second, work);
            ++making;
        }
    }
}

void make_folder(const std::string& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw gis::WriteError(words::translate(words::Text::output_not_written, {folder, error.message()}));
    }
}

} // namespace

std::vector<std::optional<MapPiece>> cut_map(const std::string& map, const std::vector<PieceWanted>& wanted, const std::string& folder,
                                             unsigned threads)
{
    std::vector<std::optional<MapPiece>> pieces(wanted.size());
    if (wanted.empty()) {
        return pieces;
    }
    make_folder(folder);
    const std::string stamp = gis::file_stamp(map); // before it is read: what is changed meanwhile fits no piece
    const gis::FileDigest source = gis::file_digest(map);
    std::vector<std::string> names;
    std::map<std::string, Making> makings;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        names.push_back(name_of(wanted[i], source));
        const std::string path = (fs::path(folder) / names.back()).string();
        pieces[i] = read_map_piece(path);
        if (pieces[i]) {
            renew_stamp(*pieces[i], stamp);
        } else {
            makings.try_emplace(names.back(), Making{&wanted[i], {path, source, stamp, wanted[i].within, {}}, {}});
        }
    }
    if (!makings.empty()) {
        make(map, makings, threads);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (const auto made = makings.find(names[i]); made != makings.end()) {
            pieces[i] = made->second.piece;
        }
    }
    return pieces;
}

} // namespace fieldgap
