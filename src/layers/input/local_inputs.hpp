#pragma once
// Inputs that lie on another machine as files of this one.

#include "layers/config/config.hpp"

#include <memory>

namespace gis {
class FolderBeside;
}

namespace fieldgap {

/// Copies of the remote files (gis/io/source/remote_copy.hpp) that a config names, each made once, in the folder for temporary files; gone
/// with this.
class LocalInputs
{
public:
    /// Throws gis::Error where one cannot be copied.
    explicit LocalInputs(Config config);
    ~LocalInputs();
    LocalInputs(const LocalInputs&) = delete;
    LocalInputs& operator=(const LocalInputs&) = delete;

    /// The same with the paths of the copies; databases, and what a driver of GDAL fetches itself, as they were.
    const Config& config() const { return config_; }

private:
    std::string here(const gis::VectorSource& source);

    Config config_;
    std::unique_ptr<gis::FolderBeside> folder_; ///< none where nothing is copied
};

} // namespace fieldgap
