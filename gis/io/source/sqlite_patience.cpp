#include "gis/io/source/sqlite_patience.hpp"

#include "gis/interrupt.hpp"

#include <sqlite3.h>

#include <ctime>

namespace gis {
namespace {

constexpr int steps_between_questions = 20'000; // under a millisecond

thread_local SqlitePatience* patience = nullptr;

std::chrono::nanoseconds computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

int is_to_end(void*)
{
    return patience != nullptr && patience->asks_for_end() ? 1 : 0;
}

/// What SQLite calls for each new connection of the process.
int watch_new(sqlite3* connection, char**, const void*)
{
    SqlitePatience::watch(connection);
    return SQLITE_OK;
}

} // namespace

void SqlitePatience::watch(void* connection)
{
    if (connection != nullptr) {
        sqlite3_progress_handler(static_cast<sqlite3*>(connection), steps_between_questions, is_to_end, nullptr);
    }
}

SqlitePatience::SqlitePatience() : outer_(patience)
{
    // For what GDAL asks while it opens a file. It clears the list of such functions whenever it closes one, on any thread: so this is said
    // each time, and `watch` is what can be relied on. SQLite takes functions of any kind here and calls them as the one that they are.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch_new));
    renew();
    patience = this;
}

SqlitePatience::~SqlitePatience()
{
    patience = outer_;
}

void SqlitePatience::renew()
{
    since_ = computed();
}

bool SqlitePatience::asks_for_end()
{
    is_lost_ = is_lost_ || computed() - since_ > limit;
    return is_lost_ || is_interrupted();
}

} // namespace gis
