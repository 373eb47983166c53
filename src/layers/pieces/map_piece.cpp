#include "layers/pieces/map_piece.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

/// Raised whenever a piece holds something else, or its side file is laid out otherwise.
constexpr int version = 1;

Json digest_json(const gis::FileDigest& digest)
{
    return {{"bytes", digest.bytes}, {"sha256", digest.sha256}};
}

gis::FileDigest digest_of(const Json& json)
{
    return {json.at("sha256").get<std::string>(), json.at("bytes").get<std::uint64_t>()};
}

MapPiece piece_of(const std::string& path, const Json& json)
{
    MapPiece piece{path, digest_of(json.at("source")), json.at("source").at("stamp").get<std::string>(), {}, digest_of(json.at("piece"))};
    const auto& within = json.at("within");
    piece.within = {within.at(0).get<double>(), within.at(1).get<double>(), within.at(2).get<double>(), within.at(3).get<double>()};
    return piece;
}

} // namespace

std::optional<MapPiece> read_map_piece(const std::string& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || !std::filesystem::is_regular_file(side_path(path), error)) {
        return std::nullopt;
    }
    std::ifstream file(side_path(path), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    try {
        const Json json = Json::parse(text);
        if (json.at("fieldgap_piece").get<int>() != version) {
            return std::nullopt;
        }
        MapPiece piece = piece_of(path, json);
        const gis::FileDigest now = gis::file_digest(path);
        const bool is_unharmed = now.bytes == piece.digest.bytes && now.sha256 == piece.digest.sha256;
        return is_unharmed ? std::optional(std::move(piece)) : std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::string side_text(const MapPiece& piece)
{
    Json json;
    json["fieldgap_piece"] = version;
    json["source"] = digest_json(piece.source);
    json["source"]["stamp"] = piece.source_stamp;
    json["within"] = {piece.within.min_x, piece.within.min_y, piece.within.max_x, piece.within.max_y};
    json["piece"] = digest_json(piece.digest);
    return json.dump(2) + "\n";
}

std::string side_path(const std::string& piece_path)
{
    return piece_path + ".json";
}

} // namespace fieldgap
