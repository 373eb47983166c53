#pragma once
// The blobs of an OpenStreetMap file in its binary format (wiki.openstreetmap.org/wiki/PBF_Format).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

/// The file is damaged, or not as nearly all are: who can read it, or say what is wrong, is libosmium.
struct PbfUnusual
{
};

/// A blob's content.
struct PbfText
{
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;

    std::string_view view() const { return {bytes.get(), size}; }
};

/// The blobs of data, by their place in the file.
class PbfBlobs
{
public:
    /// Throws PbfUnusual, also where the file's head asks for more than nodes, ways and relations in one version each.
    explicit PbfBlobs(const std::string& path);
    ~PbfBlobs();
    PbfBlobs(const PbfBlobs&) = delete;
    PbfBlobs& operator=(const PbfBlobs&) = delete;

    std::size_t count() const { return blobs_.size(); }
    std::uint64_t bytes() const { return bytes_; }

    /// Read and decompressed. Any thread may ask. Throws PbfUnusual.
    PbfText text(std::size_t which) const;

private:
    struct Blob
    {
        std::uint64_t begin = 0;
        std::size_t size = 0;
    };

    Blob blob_at(std::uint64_t begin, std::string_view type) const;
    PbfText text_of(const Blob& blob) const;
    PbfText bytes_at(std::uint64_t begin, std::size_t size) const;

    int file_ = -1;
    std::uint64_t bytes_ = 0;
    std::vector<Blob> blobs_;
};

} // namespace gis
