#include "gis/io/base/gdal_scope.hpp"

#include "gis/io/base/secrets.hpp"
#include "words/utf8.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace gis {
namespace {

constexpr std::size_t longest_message = 400;

void CPL_STDCALL keep_first_failure(CPLErr severity, CPLErrorNum, const char* message)
{
    auto* failure = static_cast<std::string*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && failure->empty()) {
        *failure = message != nullptr && *message != '\0' ? message : "unknown";
    }
}

} // namespace

void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // Else GDAL leaves a note beside every .gz that it reads.
        CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
        GDALAllRegister();
    });
}

GdalMessages::GdalMessages() : failure_(std::make_unique<std::string>())
{
    CPLPushErrorHandlerEx(keep_first_failure, failure_.get());
    CPLErrorReset();
}

GdalMessages::~GdalMessages()
{
    CPLPopErrorHandler();
}

std::string GdalMessages::first_failure() const
{
    std::string text = words::valid_utf8(failure_->substr(0, longest_message));
    for (char& letter : text) {
        if (letter == '\n' || letter == '\r' || letter == '\t') {
            letter = ' ';
        }
    }
    return without_passwords(text);
}

GdalThreadOption::GdalThreadOption(const char* key, const char* value) : key_(key)
{
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    was_set_ = before != nullptr;
    before_ = was_set_ ? before : "";
    CPLSetThreadLocalConfigOption(key, value);
}

GdalThreadOption::~GdalThreadOption()
{
    CPLSetThreadLocalConfigOption(key_.c_str(), was_set_ ? before_.c_str() : nullptr);
}

} // namespace gis
