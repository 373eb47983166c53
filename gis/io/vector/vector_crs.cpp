#include "gis/io/vector/vector_crs.hpp"

#include "gis/error.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <ogrsf_frmts.h>

namespace gis {
namespace {

using words::Text;

Crs users_crs(const VectorSource& source)
{
    const GdalMessages messages;
    Crs crs = crs_from_text(source.crs);
    if (!crs || !is_horizontal(*crs)) {
        throw Error(
            words::translate(Text::source_crs_of_file_unknown, {source.role, words::valid_utf8(source.crs), shown(source), source.role}));
    }
    return crs;
}

} // namespace

void check_crs(const VectorSource& source)
{
    const GdalMessages messages;
    const Crs crs = source.crs.empty() ? nullptr : crs_from_text(source.crs);
    if (!source.crs.empty() && (!crs || !is_horizontal(*crs))) {
        throw UsageError(
            words::translate(Text::source_crs_of_file_unknown, {source.role, words::valid_utf8(source.crs), shown(source), source.role}));
    }
}

void note_crs(const OGRSpatialReference& crs, VectorLayer& layer)
{
    layer.crs_name = name_of(crs);
    layer.crs_authority = authority_of(crs);
    layer.crs_text = text_of(crs);
}

Crs crs_of_layer(VectorLayer& layer, const VectorSource& source)
{
    Crs crs = source.crs.empty() ? nullptr : users_crs(source);
    if (!crs && !layer.crs_text.empty()) {
        crs = crs_from_text(layer.crs_text);
    }
    if (crs) {
        crs->StripVertical();
        if (!is_wgs84_degrees(*crs) && !transformation(*crs, *degrees_under(*crs))) {
            throw Error(words::translate(Text::source_crs_of_file_unknown, {source.role, name_of(*crs), shown(source), source.role}));
        }
        note_crs(*crs, layer);
    } else if (source.needs_crs) {
        throw Error(words::translate(Text::source_without_crs, {layer.name, shown(source), source.role}));
    }
    return crs;
}

} // namespace gis
