#include "gis/io/base/shut_network.hpp"

#include "gis/io/base/gdal_scope.hpp"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <ogr_srs_api.h>

#include <mutex>

namespace gis {
namespace {

/// Stands in for GDAL's own fetching. A proxy would not do: no_proxy goes round it.
CPLHTTPResult* refuse(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*)
{
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("requests are not allowed");
    return result;
}

} // namespace

ShutNetwork::ShutNetwork()
{
    keep_proj_offline();
    CPLHTTPPushFetchCallback(refuse, nullptr);
    // The file systems of GDAL do not go through that; their paths are refused (source_path.cpp), and this stands behind it.
    options_.push_back(std::make_unique<GdalThreadOption>("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"));
}

ShutNetwork::~ShutNetwork()
{
    CPLHTTPPopFetchCallback();
}

void keep_proj_offline()
{
    static std::once_flag once;
    std::call_once(once, [] { OSRSetPROJEnableNetwork(0); });
}

} // namespace gis
