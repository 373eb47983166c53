#pragma once
// Opening a vector file: which driver, which file in an archive, which layer.

#include "gis/io/gdal_scope.hpp"
#include "gis/io/vector_layer.hpp"

#include <memory>
#include <string>
#include <vector>

class GDALDataset;
class OGRLayer;

namespace gis {

/// An opened file of the allow-list (docs/formats.md). The network stays shut while it lives, unless the source is remote;
/// everything that GDAL has to say is in `messages`.
class VectorFile
{
public:
    /// Throws Error.
    explicit VectorFile(const VectorSource& source);
    ~VectorFile();
    VectorFile(const VectorFile&) = delete;
    VectorFile& operator=(const VectorFile&) = delete;

    std::string driver() const;
    std::vector<std::string> layer_names() const;
    /// The layer named, else the only one, else the one with the file's name. Throws Error, which lists those that are there.
    OGRLayer& layer() const;
    const GdalMessages& messages() const { return messages_; }
    /// UTF-16 text files are made UTF-8 before GDAL sees them: then their encoding, else empty.
    const std::string& recoded_from() const { return recoded_from_; }
    /// A text file that begins with the mark of UTF-8.
    bool is_marked_utf8() const;

private:
    struct Close
    {
        void operator()(GDALDataset* dataset) const;
    };

    void open(const std::string& path);
    std::string recoded(const std::string& path);

    VectorSource source_;
    GdalMessages messages_;
    std::vector<std::unique_ptr<GdalThreadOption>> options_;
    std::string path_;        ///< what was opened
    std::string memory_file_; ///< of a recoded text, to be freed
    std::string recoded_from_;
    std::unique_ptr<GDALDataset, Close> dataset_;
};

} // namespace gis
