#pragma once
// OUTDIR and the places of its files.

#include "gis/io/base/descriptor.hpp"

#include <memory>
#include <string>

namespace fieldgap {

/// The folder of a batch's results, for this batch alone as long as it lives.
class OutFolder
{
public:
    /// Makes the folder where it is missing. Throws gis::WriteError where it cannot be made or written to, or another batch is at work.
    explicit OutFolder(const std::string& path);

    /// The same places with nothing made and nobody kept out: for whoever only looks.
    static OutFolder only_named(const std::string& path);

    const std::string& path() const { return path_; }
    std::string journal() const;
    std::string all() const;    ///< all.gpkg
    std::string pieces() const; ///< of maps that several cities share
    std::string log_of_cut(std::size_t map) const;
    std::string folder_of(const std::string& city) const;
    std::string result_of(const std::string& city) const;
    std::string log_of(const std::string& city) const;

    /// Make a folder where it is missing. Throw gis::WriteError.
    void make_pieces_folder() const;
    void make_folder_of(const std::string& city) const;

    /// Whether a batch has worked here before.
    bool has_journal() const;

private:
    OutFolder() = default;

    std::string path_;
    std::unique_ptr<gis::Descriptor> lock_;
};

} // namespace fieldgap
