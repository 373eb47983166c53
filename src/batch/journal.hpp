#pragma once
// OUTDIR/batch.sqlite: what became of each city, told at once and kept whatever happens to the batch.

#include "batch/cities/city_end.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fieldgap {

/// Table `cities`: name, config, state, exit, seconds, peak_mib, schools, message, digest, stamp. Throws gis::WriteError where it cannot
/// be written.
class Journal
{
public:
    /// Opens the journal of `file`, made where it is not there. One that is damaged or of another version is put aside, never deleted:
    /// `put_aside` says where. Throws gis::WriteError where the file is something else of SQLite's.
    explicit Journal(const std::string& file);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const std::string& put_aside() const { return put_aside_; }

    /// By name; none of a city that it does not know.
    std::map<std::string, CityOutcome> outcomes() const;

    /// The cities of the batch that begins; rows of others go.
    void begin(const std::vector<CityEnd>& cities);
    void record(const BatchCity& city, const CityOutcome& outcome);

    /// A note for the next batch, such as what all.gpkg was made from; empty where there is none.
    std::string note(const std::string& key) const;
    void set_note(const std::string& key, const std::string& value);

private:
    struct State;

    std::string file_;
    std::string put_aside_;
    std::unique_ptr<State> state_;
};

} // namespace fieldgap
