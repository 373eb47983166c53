#pragma once
// What lies in the files and folders that somebody hands over: every layer of every file, read once.

#include "gis/io/osm/osm.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/guess/guess_crs.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace fieldgap {

/// One layer of one file.
struct SurveyedLayer
{
    std::string path;       ///< absolute, or /vsizip/..: as it is opened
    std::string layer;      ///< its name where the file has several, else empty
    gis::VectorLayer rows;  ///< geometry in degrees; of a layer without CRS by the first of its readings, if any
    bool lacks_crs = false; ///< it has coordinates and does not say what they are, or what it says cannot be
    CrsReadings readings;   ///< where it lacks a CRS
    gis::SourceCrs reading; ///< the one in use
};

struct SurveyedOsm
{
    std::string path;
    gis::OsmFile file; ///< all that any role may ask for
};

/// A file that is left alone, and why.
struct PassedOver
{
    std::string path;
    std::string reason;
};

struct Survey
{
    std::vector<SurveyedLayer> layers; ///< by path, then in the order of the file
    std::vector<SurveyedOsm> osm;      ///< by path
    std::vector<PassedOver> passed_over;
};

/// Looks at files, folders (with all below them, but not hidden ones), and .zip archives (with those in them). Parts of a layer
/// (.dbf, .prj ..), documents and pictures are passed over in silence; results of fieldgap, configs and files that cannot be read are
/// `passed_over`. Each file once, however often it is named. Throws gis::Error where an argument itself is not there or nothing in all of
/// them can be read. `threads` decode OSM files.
Survey survey(const std::vector<std::filesystem::path>& arguments, unsigned threads);

} // namespace fieldgap
