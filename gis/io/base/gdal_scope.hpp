#pragma once
// GDAL kept quiet and in order: drivers registered once, messages caught, options set for one thread and taken back.

#include <memory>
#include <string>

namespace gis {

/// Registers GDAL's drivers, the first time only. Safe from any thread.
void register_drivers();

/// While it lives, GDAL's messages on this thread land here and are never printed. Scopes nest.
class GdalMessages
{
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    /// The first failure (not warning) caught, on one line of valid UTF-8 without credentials; empty when there was none.
    std::string first_failure() const;
    bool failed() const { return !failure_->empty(); }

private:
    std::unique_ptr<std::string> failure_; ///< at a fixed address, which the handler knows
};

/// A GDAL configuration option for this thread, put back to what it was at the end.
class GdalThreadOption
{
public:
    GdalThreadOption(const char* key, const char* value);
    ~GdalThreadOption();
    GdalThreadOption(const GdalThreadOption&) = delete;
    GdalThreadOption& operator=(const GdalThreadOption&) = delete;

private:
    std::string key_;
    std::string before_;
    bool was_set_ = false;
};

} // namespace gis
