#include "gis/io/crs/crs.hpp"

#include "gis/io/base/shut_network.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <cstring>
#include <utility>

namespace gis {

void CrsRelease::operator()(OGRSpatialReference* crs) const
{
    crs->Release();
}

void TransformationRelease::operator()(OGRCoordinateTransformation* transformation) const
{
    OGRCoordinateTransformation::DestroyCT(transformation);
}

Crs crs_from_text(const std::string& text)
{
    Crs crs(new OGRSpatialReference);
    const char* const limits[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (crs->SetFromUserInput(text.c_str(), limits) != OGRERR_NONE) {
        return nullptr;
    }
    crs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

Crs crs_copy(const OGRSpatialReference& crs)
{
    Crs copy(crs.Clone());
    copy->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return copy;
}

Crs wgs84()
{
    return crs_from_text("EPSG:4326");
}

bool is_horizontal(const OGRSpatialReference& crs)
{
    return (crs.IsGeographic() != 0 || crs.IsProjected() != 0) && crs.IsLocal() == 0;
}

bool is_wgs84_degrees(const OGRSpatialReference& crs)
{
    const std::string code = authority_of(crs);
    return code == "EPSG:4326" || code == "EPSG:4490" || code == "OGC:CRS84";
}

Crs degrees_under(const OGRSpatialReference& crs)
{
    Crs own(crs.CloneGeogCS());
    if (own == nullptr) {
        return wgs84();
    }
    own->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return is_wgs84_degrees(*own) ? std::move(own) : wgs84();
}

std::string authority_of(const OGRSpatialReference& crs)
{
    const auto root_code = [](const OGRSpatialReference& asked) -> std::string {
        const char* authority = asked.GetAuthorityName(nullptr);
        const char* code = asked.GetAuthorityCode(nullptr);
        return authority != nullptr && code != nullptr ? std::string(authority) + ":" + code : std::string();
    };
    std::string code = root_code(crs);
    if (code.empty()) {
        const Crs recognised = crs_copy(crs);
        if (recognised->AutoIdentifyEPSG() == OGRERR_NONE) {
            code = root_code(*recognised);
        }
    }
    return code;
}

std::string name_of(const OGRSpatialReference& crs)
{
    const char* name = crs.GetName();
    return name == nullptr ? std::string() : words::valid_utf8(name);
}

std::string text_of(const OGRSpatialReference& crs)
{
    const char* const format[] = {"FORMAT=WKT2_2018", "MULTILINE=NO", nullptr};
    char* written = nullptr;
    const bool is_written = crs.exportToWkt(&written, format) == OGRERR_NONE && written != nullptr;
    std::string text = is_written ? written : "";
    CPLFree(written);
    return text;
}

CrsTransformation transformation(const OGRSpatialReference& from, const OGRSpatialReference& to)
{
    keep_proj_offline();
    return CrsTransformation(OGRCreateCoordinateTransformation(&from, &to));
}

} // namespace gis
