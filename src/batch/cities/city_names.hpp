#pragma once
// Names of cities as names of files.

#include <set>
#include <string>

namespace fieldgap {

/// A name that any file system takes: what none takes becomes _, at most 100 bytes, never empty.
std::string file_name_of(const std::string& city);

/// Gives each city a name of its own, capitals aside: the second of a name gets _2, and so on.
class CityNames
{
public:
    std::string unique(const std::string& city);

private:
    std::set<std::string> taken_ = {"all.gpkg", "all.qgz", "batch.sqlite"}; ///< the batch's own files stand beside the cities' folders
};

} // namespace fieldgap
