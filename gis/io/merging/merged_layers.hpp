#pragma once
// Layers of one form out of many files, under one another: each row with the name of where it is from.

#include "gis/io/merging/merge_input.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace gis {

/// Fills the layers of a GeoPackage that GDAL made and nobody else has open, by SQLite itself. What comes from one file is one transaction:
/// where the file turns out to be damaged, all of it is taken back. What a transaction changes of indexes that grow with all files is kept
/// in a journal beside the file, so that memory is that of a cache, whatever the number of files.
/// Functions throw WriteError where `file` cannot be written.
class MergedLayers
{
public:
    /// `layers`: those of the file that take rows of inputs; their first column is for the name. `tables`: those without geometry that take
    /// rows of the caller. `path_in_messages`: what the file will be called.
    MergedLayers(const std::filesystem::path& file, const std::string& path_in_messages, std::span<const LayerSchema> layers,
                 std::span<const LayerSchema> tables);
    ~MergedLayers();
    MergedLayers(const MergedLayers&) = delete;
    MergedLayers& operator=(const MergedLayers&) = delete;

    /// The rows of the input, each under the layer of the same name. Throws the input's Error where it is damaged: then nothing of it
    /// stays.
    void add(MergeInput& input, const std::string& name);

    /// A row of the table of this position, `cells` in the order of its columns.
    void add_row(std::size_t table, std::span<const Cell> cells);

    /// Indexes, extents and counts; the box of each layer and table, in their order. Nothing can be added any more.
    std::vector<Box> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace gis
