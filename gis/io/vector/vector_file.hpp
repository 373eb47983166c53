#pragma once
// Opening a vector file: which driver, which file in an archive, which layer.

#include "gis/io/base/encoding_detector.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/source/sqlite_patience.hpp"
#include "gis/io/table/table_head.hpp"
#include "gis/io/vector/vector_layer.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class GDALDataset;
class OGRLayer;

namespace gis {

class ShutNetwork;
class SqliteInput;

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
    /// The layer named, else the only one, else the one with the file's name. Of a text file or a sheet: its rows below the head, as text
    /// in UTF-8; a feature's number is that of its row. Throws Error, which lists the layers that are there.
    OGRLayer& layer();
    const GdalMessages& messages() const { return messages_; }
    /// The file that a layer stands in: of a folder the one in it, of an SQLite file with pending edits the copy that has them.
    std::string file_of(const std::string& layer_name) const;
    /// Whether SQLite is to take that file for unchangeable.
    bool is_immutable() const;
    /// A row came, or another reading begins.
    void renew_patience() { patience_.renew(); }
    /// Throws Error where a view computed without end, and Interrupted where the user wants the work to end.
    void fail_if_endless(const std::string& layer_name) const;
    /// How the head of the layer was found; nothing for files that are no tables, or whose layer was not asked for yet.
    const std::optional<TableReading>& table_reading() const { return table_reading_; }
    /// What a table's text was read as.
    const EncodingGuess& text_encoding() const { return text_encoding_; }

private:
    struct Close
    {
        void operator()(GDALDataset* dataset) const;
    };

    void open();
    bool is_sheet() const;
    std::string chosen_layer() const;
    std::string text_file_of(const std::string& layer_name) const;
    std::vector<TableRow> rows_of(const std::string& layer_name);
    OGRLayer& table_layer(const std::string& layer_name);

    VectorSource source_;
    GdalMessages messages_;
    SqlitePatience patience_;
    std::unique_ptr<ShutNetwork> shut_network_; ///< none for a source that may be remote
    std::vector<std::unique_ptr<GdalThreadOption>> options_;
    std::string path_;                            ///< the file that was chosen
    std::unique_ptr<SqliteInput> sqlite_;         ///< what was opened in its place; none for a remote one
    std::unique_ptr<GDALDataset, Close> dataset_; ///< none for a text file, which GDAL does not see
    std::unique_ptr<GDALDataset, Close> table_;   ///< the layer of a text file or sheet
    std::optional<TableReading> table_reading_;
    EncodingGuess text_encoding_{"UTF-8", false};
};

} // namespace gis
