#include "gis/io/vector/vector_layer.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/encoding.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/vector/geometry_in.hpp"
#include "gis/io/vector/json_text.hpp"
#include "gis/io/vector/layer_wholeness.hpp"
#include "gis/io/vector/vector_columns.hpp"
#include "gis/io/vector/vector_crs.hpp"
#include "gis/io/vector/vector_file.hpp"
#include "gis/io/vector/vector_filter.hpp"
#include "gis/io/vector/vector_text.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace gis {
namespace {

using words::Text;

/// A list of texts joined by commas, as people would write it into one column.
std::string joined(const char* const* texts)
{
    std::string all;
    for (; texts != nullptr && *texts != nullptr; ++texts) {
        all += all.empty() ? "" : ",";
        all += *texts;
    }
    return all;
}

std::optional<std::string> value_of(OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return std::nullopt;
    }
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
    case OFTInteger64: return fmt::format("{}", feature.GetFieldAsInteger64(field));
    case OFTReal: {
        const double number = feature.GetFieldAsDouble(field);
        return std::isnan(number) ? std::nullopt : std::optional(fmt::format("{}", number));
    }
    case OFTStringList: return joined(feature.GetFieldAsStringList(field));
    default: return std::string(feature.GetFieldAsString(field));
    }
}

/// A layer while it is read.
class LayerReader
{
public:
    LayerReader(const VectorSource& source, VectorFile& file) : source_(source), file_(file), layer_(file.layer()) {}

    VectorLayer read();

private:
    void read_columns();
    void read_features();
    void order_by_key();
    void decode();
    void keep_filtered();
    void resolve_geometry();
    std::string filter_in_file_encoding() const;
    bool knows_its_crs() const;
    [[noreturn]] void fail_filter(const std::string& why) const;

    const VectorSource& source_;
    VectorFile& file_;
    OGRLayer& layer_;
    VectorLayer out_;
    std::vector<GIntBig> numbers_;    ///< GDAL's number of each feature
    std::optional<GeoJsonText> json_; ///< what a GeoJSON file says of itself
    bool has_own_geometry_ = false;
    bool shows_number_ = false; ///< the number stands in a column of the file
};

void LayerReader::read_columns()
{
    OGRFeatureDefn& columns = *layer_.GetLayerDefn();
    for (int i = 0; i < columns.GetFieldCount(); ++i) {
        out_.columns.emplace_back(columns.GetFieldDefn(i)->GetNameRef());
    }
    const std::string number = layer_.GetFIDColumn();
    shows_number_ = !number.empty() && !out_.column(number);
    if (shows_number_) {
        out_.columns.push_back(number);
    }
}

/// A database gives its rows in no order of their own: that of their keys is the same every time.
void LayerReader::order_by_key()
{
    std::vector<std::size_t> order(numbers_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return numbers_[a] < numbers_[b]; });
    std::vector<VectorFeature> features;
    std::vector<GIntBig> numbers;
    for (const std::size_t i : order) {
        features.push_back(std::move(out_.features[i]));
        features.back().row = features.size();
        numbers.push_back(numbers_[i]);
    }
    out_.features = std::move(features);
    numbers_ = std::move(numbers);
}

void LayerReader::read_features()
{
    const int count = layer_.GetLayerDefn()->GetFieldCount();
    layer_.ResetReading();
    file_.renew_patience();
    while (const OGRFeatureUniquePtr row{layer_.GetNextFeature()}) {
        throw_if_interrupted();
        file_.renew_patience();
        VectorFeature feature;
        feature.row = out_.table ? static_cast<std::uint64_t>(row->GetFID()) : out_.features.size() + 1;
        feature.values.reserve(out_.columns.size());
        for (int i = 0; i < count; ++i) {
            feature.values.push_back(value_of(*row, i));
        }
        if (shows_number_) {
            feature.values.push_back(fmt::format("{}", row->GetFID()));
        }
        if (has_own_geometry_) {
            ReadGeometry read = read_geometry(row->GetGeometryRef());
            feature.geometry = std::move(read.geometry);
            feature.geometry_problem = std::move(read.problem);
        }
        numbers_.push_back(row->GetFID());
        out_.features.push_back(std::move(feature));
    }
    file_.fail_if_endless(layer_.GetName());
    if (out_.driver == "PostgreSQL") {
        order_by_key();
    }
    if (!out_.table) {
        const std::string file = file_.file_of(layer_.GetName());
        if (out_.driver == "GeoJSON" && !is_remote(source_.path)) {
            json_ = geojson_text(file);
        }
        check_is_whole({layer_, out_.driver, file, file_.is_immutable(), out_.features.size(), file_.messages(), json_ ? &*json_ : nullptr},
                       source_);
    }
}

void LayerReader::decode()
{
    if (out_.table) {
        out_.encoding = file_.text_encoding().encoding;
        out_.encoding_guessed = file_.text_encoding().guessed;
        out_.encoding_choices = file_.text_encoding().choices;
    } else {
        decode_text(out_, source_, declared_encoding(layer_, out_.driver));
    }
}

/// The filter's names and texts have to be the bytes that stand in the file.
std::string LayerReader::filter_in_file_encoding() const
{
    return out_.table ? source_.where : encoded(source_.where, out_.encoding);
}

void LayerReader::fail_filter(const std::string& why) const
{
    throw Error(words::translate(Text::source_filter_wrong, {source_.role, words::valid_utf8(source_.where), shown(source_), why}));
}

void LayerReader::keep_filtered()
{
    if (source_.where.empty()) {
        return;
    }
    if (ends_early(source_.where)) {
        fail_filter(words::translate(Text::source_filter_several));
    }
    const GdalMessages messages;
    std::unordered_set<GIntBig> wanted;
    if (layer_.SetAttributeFilter(filter_in_file_encoding().c_str()) != OGRERR_NONE) {
        fail_filter(messages.first_failure());
    }
    layer_.ResetReading();
    file_.renew_patience();
    while (const OGRFeatureUniquePtr row{layer_.GetNextFeature()}) {
        file_.renew_patience();
        wanted.insert(row->GetFID());
    }
    file_.fail_if_endless(layer_.GetName());
    if (messages.failed()) {
        fail_filter(messages.first_failure());
    }
    std::vector<VectorFeature> kept;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        if (wanted.count(numbers_[i]) != 0) {
            kept.push_back(std::move(out_.features[i]));
        }
    }
    out_.features = std::move(kept);
}

/// GDAL takes degrees where a GeoJSON file points to a server for its system, or names one that nobody knows.
bool LayerReader::knows_its_crs() const
{
    return !json_ || is_known_crs_member(json_->crs);
}

/// Where the geometry comes from, and the CRS that goes with it: columns have none.
void LayerReader::resolve_geometry()
{
    out_.coordinates = source_.coordinates;
    if (source_.find_coordinates != nullptr && !(out_.coordinates.is_empty() && has_own_geometry_)) {
        out_.coordinates = source_.find_coordinates(sample_of(out_), out_.coordinates);
    }
    const bool from_columns = !out_.coordinates.is_empty();
    if (from_columns) {
        read_geometry_columns(out_, source_);
    }
    out_.has_geometry = from_columns || has_own_geometry_;
    const OGRSpatialReference* own = from_columns ? nullptr : layer_.GetSpatialRef();
    if (out_.has_geometry && own != nullptr && is_horizontal(*own) && knows_its_crs()) {
        note_crs(*crs_copy(*own), out_);
    }
}

VectorLayer LayerReader::read()
{
    out_.driver = file_.driver();
    out_.table = file_.table_reading();
    has_own_geometry_ = layer_.GetGeomType() != wkbNone && source_.coordinates.is_empty();
    read_columns();
    read_features();
    decode();
    keep_filtered();
    out_.name = words::valid_utf8(layer_.GetName());
    resolve_geometry();
    return std::move(out_);
}

} // namespace

std::optional<std::size_t> VectorLayer::column(std::string_view column_name) const
{
    const auto found = std::find(columns.begin(), columns.end(), column_name);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

VectorLayer read_layer_as_written(const VectorSource& source)
{
    VectorFile file(source);
    return LayerReader(source, file).read();
}

void bring_to_degrees(VectorLayer& layer, const VectorSource& source)
{
    if (!layer.has_geometry) {
        return;
    }
    const Crs crs = crs_of_layer(layer, source);
    layer.has_geometry = crs != nullptr;
    const SourceCrs reading{"", source.datum, source.swap_xy, source.helmert};
    ToDegrees to_degrees(crs.get(), reading);
    for (VectorFeature& feature : layer.features) {
        ReadGeometry read = crs ? ReadGeometry{std::move(feature.geometry), std::move(feature.geometry_problem)} : ReadGeometry();
        to_degrees(read);
        feature.geometry = std::move(read.geometry);
        feature.geometry_problem = std::move(read.problem);
    }
}

VectorLayer read_vector_layer(const VectorSource& source)
{
    VectorLayer layer = read_layer_as_written(source);
    bring_to_degrees(layer, source);
    return layer;
}

std::vector<std::string> layer_names(const VectorSource& source)
{
    std::vector<std::string> names = VectorFile(source).layer_names();
    for (std::string& name : names) {
        name = words::valid_utf8(name);
    }
    return names;
}

} // namespace gis
