#pragma once
// The objects of an OpenStreetMap file, buffer by buffer.

#include "gis/io/osm/osm_order.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace osmium::memory {
class Buffer;
}

namespace gis {

class OsmObjects
{
public:
    using Visit = std::function<void(const osmium::memory::Buffer&)>;

    /// Throws Error where there is no such file. `threads` >= 1 decode.
    OsmObjects(std::string path, unsigned threads);
    ~OsmObjects();
    OsmObjects(const OsmObjects&) = delete;
    OsmObjects& operator=(const OsmObjects&) = delete;

    std::uint64_t bytes() const;
    /// By its name.
    static bool is_pbf(const std::string& path);

    /// Each reads the file, or what `put_in_order` keeps of it. Throws Error where the file is damaged, OsmOutOfOrder for a history file
    /// not put in order, and whatever `visit` throws. After `put_in_order`, `relations` may bring other objects too.
    void relations(const Visit& visit);
    void all(const Visit& visit);

    /// Takes the whole file into memory, for files that other programs than the usual wrote.
    /// Of objects in several versions the last is kept, or none where that is deleted.
    void put_in_order();

private:
    void find_deleted();

    struct State;
    std::string path_;
    std::unique_ptr<State> state_;
};

} // namespace gis
