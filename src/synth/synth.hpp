#pragma once
// A believable city out of nothing, or on the streets of a real one: for demos, tests and scaling.

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

struct SynthSettings
{
    std::string folder; ///< is created; receives city.toml and the input layers, each as .gpkg
    int schools = 20;   ///< 5..20000
    std::uint64_t seed = 1;
    std::string network_path; ///< an OSM file whose streets are used; empty: streets are drawn
    bool overwrite = false;
    unsigned threads = 1;
    std::int64_t timestamp_s = 0; ///< of the dates inside the files
};

/// The files that `synthesise` writes.
std::vector<std::string> files_written(const SynthSettings& settings);

/// Writes city.toml, schools, campuses, fields, venues, gates, residential, districts, network and sites (candidate estates).
/// The same settings give the same bytes. Throws gis::WriteError, or gis::Error for an unreadable network.
void synthesise(const SynthSettings& settings);

} // namespace fieldgap
