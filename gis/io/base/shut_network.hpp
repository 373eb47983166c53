#pragma once
// No request leaves the machine, whatever a file or the environment says.

#include <memory>
#include <vector>

namespace gis {

class GdalThreadOption;

/// While it lives, GDAL fetches nothing on this thread: a file that points on to a server finds none there. Scopes nest.
class ShutNetwork
{
public:
    ShutNetwork();
    ~ShutNetwork();
    ShutNetwork(const ShutNetwork&) = delete;
    ShutNetwork& operator=(const ShutNetwork&) = delete;

private:
    std::vector<std::unique_ptr<GdalThreadOption>> options_;
};

/// PROJ asks no server for grids, from any thread and from now on; the first call does it.
void keep_proj_offline();

} // namespace gis
