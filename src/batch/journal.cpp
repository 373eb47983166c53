#include "batch/journal.hpp"

#include "gis/error.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr int application_id = 0x66676270; ///< `fgbp`: tells it from other files of SQLite
constexpr int journal_version = 1;
constexpr int wait_ms = 10'000; ///< for whoever looks at it meanwhile

constexpr const char* tables = R"(
CREATE TABLE cities (name TEXT PRIMARY KEY NOT NULL, config TEXT NOT NULL, state TEXT NOT NULL, exit INTEGER, seconds REAL, peak_mib INTEGER,
                     schools INTEGER, message TEXT, digest TEXT, stamp TEXT);
CREATE TABLE notes (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);)";

/// What kind of file lies at the journal's place.
enum class Found : std::uint8_t { nothing, journal, foreign, damaged };

Found kind_of(SQLite::Database& file)
{
    const int id = file.execAndGet("PRAGMA application_id").getInt();
    const int version = file.execAndGet("PRAGMA user_version").getInt();
    const int schemas = file.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
    if (id != application_id) {
        return schemas == 0 ? Found::nothing : Found::foreign;
    }
    const bool is_whole = version == journal_version && file.tableExists("cities") && file.tableExists("notes") &&
                          file.execAndGet("PRAGMA quick_check(1)").getString() == "ok";
    return is_whole ? Found::journal : Found::damaged;
}

std::string free_name_beside(const std::string& file)
{
    const fs::path path(file);
    std::error_code error;
    for (int n = 1;; ++n) {
        fs::path aside = path.parent_path() / (path.stem().string() + ".damaged" + (n == 1 ? "" : std::to_string(n)) + ".sqlite");
        if (!fs::exists(aside, error)) {
            return aside.string();
        }
    }
}

template <class Number>
void bind_or_null(SQLite::Statement& row, int column, const std::optional<Number>& value)
{
    value ? row.bind(column, *value) : row.bind(column);
}

template <class Number>
std::optional<Number> value_or_none(SQLite::Column column, Number value)
{
    return column.isNull() ? std::nullopt : std::optional(value);
}

CityOutcome outcome_in(SQLite::Statement& row)
{
    return {city_state_named(row.getColumn(1).getString()).value_or(CityState::waiting),
            value_or_none(row.getColumn(2), row.getColumn(2).getInt()),
            value_or_none(row.getColumn(3), row.getColumn(3).getDouble()),
            value_or_none(row.getColumn(4), row.getColumn(4).getInt64()),
            value_or_none(row.getColumn(5), row.getColumn(5).getInt64()),
            row.getColumn(6).getString(),
            row.getColumn(7).getString(),
            row.getColumn(8).getString()};
}

} // namespace

struct Journal::State
{
    SQLite::Database file;

    explicit State(const std::string& path) : file(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, wait_ms) {}

    void make()
    {
        SQLite::Transaction transaction(file);
        file.exec("PRAGMA application_id = " + std::to_string(application_id));
        file.exec("PRAGMA user_version = " + std::to_string(journal_version));
        file.exec(tables);
        transaction.commit();
    }

    void put(const BatchCity& city, const CityOutcome& outcome)
    {
        SQLite::Statement row(file, "INSERT OR REPLACE INTO cities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, city.name);
        row.bind(2, words::valid_utf8(city.folder.empty() ? city.config : city.folder));
        row.bind(3, std::string(name_of(outcome.state)));
        bind_or_null(row, 4, outcome.exit);
        bind_or_null(row, 5, outcome.seconds);
        bind_or_null(row, 6, outcome.peak_mib);
        bind_or_null(row, 7, outcome.schools);
        row.bind(8, words::valid_utf8(outcome.message));
        row.bind(9, outcome.digest);
        row.bind(10, outcome.stamp);
        row.exec();
    }
};

namespace {

/// Carries out a piece of work on the journal; what SQLite says against it becomes a WriteError.
template <class Work>
auto on_journal(const std::string& file, const Work& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw gis::WriteError(translate(Text::batch_journal_not_written, {file, error.getErrorStr()}));
    }
}

} // namespace

Journal::Journal(const std::string& file) : file_(file)
{
    Found found = Found::damaged;
    try {
        state_ = std::make_unique<State>(file);
        found = kind_of(state_->file);
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() != SQLITE_NOTADB && error.getErrorCode() != SQLITE_CORRUPT) {
            throw gis::WriteError(translate(Text::batch_journal_not_written, {file, error.getErrorStr()}));
        }
    }
    if (found == Found::foreign) {
        throw gis::WriteError(translate(Text::batch_journal_foreign, {file}));
    }
    if (found == Found::damaged) {
        state_.reset();
        put_aside_ = free_name_beside(file);
        std::error_code error;
        fs::rename(file, put_aside_, error);
        fs::remove(file + "-journal", error); // it would be replayed into the new one
        found = Found::nothing;
        on_journal(file, [&] { state_ = std::make_unique<State>(file); });
    }
    if (found == Found::nothing) {
        on_journal(file, [&] { state_->make(); });
    }
}

Journal::~Journal() = default;

std::map<std::string, CityOutcome> Journal::outcomes() const
{
    return on_journal(file_, [&] {
        std::map<std::string, CityOutcome> outcomes;
        SQLite::Statement row(state_->file, "SELECT name, state, exit, seconds, peak_mib, schools, message, digest, stamp FROM cities");
        while (row.executeStep()) {
            outcomes.emplace(row.getColumn(0).getString(), outcome_in(row));
        }
        return outcomes;
    });
}

void Journal::begin(const std::vector<CityEnd>& cities)
{
    on_journal(file_, [&] {
        SQLite::Transaction transaction(state_->file);
        state_->file.exec("DELETE FROM cities");
        for (const CityEnd& end : cities) {
            state_->put(end.city, end.outcome);
        }
        transaction.commit();
    });
}

void Journal::record(const BatchCity& city, const CityOutcome& outcome)
{
    on_journal(file_, [&] { state_->put(city, outcome); });
}

std::string Journal::note(const std::string& key) const
{
    return on_journal(file_, [&] {
        SQLite::Statement row(state_->file, "SELECT value FROM notes WHERE key = ?");
        row.bind(1, key);
        return row.executeStep() ? row.getColumn(0).getString() : std::string();
    });
}

void Journal::set_note(const std::string& key, const std::string& value)
{
    on_journal(file_, [&] {
        SQLite::Statement row(state_->file, "INSERT OR REPLACE INTO notes VALUES (?, ?)");
        row.bind(1, key);
        row.bind(2, value);
        row.exec();
    });
}

} // namespace fieldgap
