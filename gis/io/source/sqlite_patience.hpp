#pragma once
// An SQLite statement may run without end: a view can recurse. So whoever reads has patience, but not for ever.

#include <chrono>

namespace gis {

/// While it lives, statements of SQLite on this thread, GDAL's too once `watch` was told of its connection, end with an error once the user
/// wants the work to end, or once they have computed `limit` without a row. Computing is what counts: a slow disk is waited for. Scopes
/// nest.
class SqlitePatience
{
public:
    static constexpr std::chrono::seconds limit{5};

    SqlitePatience();
    ~SqlitePatience();
    SqlitePatience(const SqlitePatience&) = delete;
    SqlitePatience& operator=(const SqlitePatience&) = delete;

    /// Watches a connection (`sqlite3*`, or null) that GDAL opened while this lived.
    static void watch(void* connection);
    /// A row came, or something new begins.
    void renew();
    /// True once a statement was ended for want of rows.
    bool is_lost() const { return is_lost_; }
    /// Whether the statement at hand is to end. For SQLite, every few thousand of its steps.
    bool asks_for_end();

private:
    SqlitePatience* outer_;
    std::chrono::nanoseconds since_{0}; ///< computing time of this thread at the last row
    bool is_lost_ = false;
};

} // namespace gis
