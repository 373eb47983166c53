#include "register/register_file.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "register/register_rows_in.hpp"
#include "register/register_rows_out.hpp"
#include "register/register_schema.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr int wait_s = 10;

std::string shown(const std::string& path)
{
    return words::valid_utf8(path);
}

[[noreturn]] void fail(const std::string& path, const SQLite::Exception& problem)
{
    gis::throw_if_interrupted();
    const std::string why = words::valid_utf8(problem.what());
    switch (problem.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw gis::WriteError(translate(Text::register_locked, {shown(path), wait_s}));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: throw gis::WriteError(translate(Text::register_read_only, {shown(path)}));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: throw gis::Error(translate(Text::register_damaged, {shown(path), why}));
    default: throw gis::WriteError(translate(Text::register_not_written, {shown(path), why}));
    }
}

/// What SQLite says, in the words of a user.
template <class Work>
auto told(const std::string& path, const Work& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& problem) {
        fail(path, problem);
    }
}

/// Whether somebody wants to write at all: a register whose every permission to write was taken away is meant to stay, for root too.
bool is_write_protected(const fs::path& file)
{
    struct stat status = {};
    constexpr mode_t any_writer = S_IWUSR | S_IWGRP | S_IWOTH;
    return stat(file.c_str(), &status) == 0 && ((status.st_mode & any_writer) == 0 || access(file.c_str(), W_OK) != 0);
}

/// A side file of SQLite has to be made in the folder.
void check_place(const std::string& path, const fs::path& file)
{
    std::error_code error;
    const fs::path folder = fs::absolute(file, error).parent_path();
    if (!fs::is_directory(folder, error)) {
        throw gis::WriteError(translate(Text::register_no_folder, {shown(path), shown(folder.string())}));
    }
    if (fs::exists(file, error) && !fs::is_regular_file(file, error)) {
        throw gis::WriteError(translate(Text::register_no_file, {shown(path)}));
    }
    if (access(folder.c_str(), W_OK | X_OK) != 0 || is_write_protected(file)) {
        throw gis::WriteError(translate(Text::register_read_only, {shown(path)}));
    }
}

bool is_made(const fs::path& file)
{
    std::error_code error;
    return fs::exists(file, error) && fs::file_size(file, error) > 0;
}

void require_register(const std::string& path, SQLite::Database& file)
{
    if (!strike_off::is_register(file)) {
        throw gis::Error(translate(Text::register_foreign, {shown(path)}));
    }
}

void refuse_earlier(const std::string& path, const RegisterContent& content, const Date& as_of)
{
    const std::string last = last_run(content);
    if (text_of(as_of) < last) {
        throw gis::UsageError(translate(Text::register_earlier, {shown(path), last, text_of(as_of)}));
    }
}

/// Waits for other writers, as long as nobody wants an end.
class Patience
{
public:
    static int asks_again(void* self, int /*times*/)
    {
        const auto waited = std::chrono::steady_clock::now() - static_cast<Patience*>(self)->since_;
        if (gis::is_interrupted() || waited > std::chrono::seconds(wait_s)) {
            return 0;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return 1;
    }

    void wait_with(SQLite::Database& file)
    {
        since_ = std::chrono::steady_clock::now();
        sqlite3_busy_handler(file.getHandle(), &Patience::asks_again, this);
    }

private:
    std::chrono::steady_clock::time_point since_;
};

/// As a URI that tells SQLite to make no file beside it.
std::string immutable_uri(const std::string& path)
{
    std::string uri = "file:";
    for (const char letter : fs::absolute(path).string()) {
        constexpr std::string_view with_meaning = "%?#";
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto code = static_cast<unsigned char>(letter);
        uri += with_meaning.find(letter) == std::string_view::npos ? std::string(1, letter)
                                                                   : std::string{'%', digits[code >> 4U], digits[code & 15U]};
    }
    return uri + "?immutable=1";
}

} // namespace

std::string register_place(const std::string& path)
{
    constexpr int most_links = 16;
    fs::path place(path);
    std::error_code error;
    for (int i = 0; i < most_links && fs::is_symlink(place, error); ++i) {
        const fs::path target = fs::read_symlink(place, error);
        place = target.is_absolute() ? target : place.parent_path() / target;
    }
    return place.lexically_normal().string();
}

void check_register(const std::string& path, const Date& as_of)
{
    const std::string place = register_place(path);
    check_place(path, place);
    if (!is_made(place)) {
        return;
    }
    try {
        SQLite::Database file(place, SQLite::OPEN_READWRITE);
        file.exec("PRAGMA trusted_schema = OFF");
        require_register(path, file);
        refuse_earlier(path, strike_off::rows_in(file), as_of);
    } catch (const SQLite::Exception& problem) {
        if (problem.getErrorCode() != SQLITE_BUSY) {
            fail(path, problem);
        }
    }
}

RegisterContent read_register(const std::string& path, const Date& as_of)
{
    const std::string place = register_place(path);
    if (!is_made(place)) {
        return {};
    }
    gis::VectorSource source;
    source.path = place;
    source.role = "[register]";
    const gis::SqliteInput input(source, place);
    return told(path, [&] {
        Patience patience;
        SQLite::Database file(input.is_immutable() ? immutable_uri(input.path()) : input.path(), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        patience.wait_with(file);
        file.exec("PRAGMA trusted_schema = OFF");
        require_register(path, file);
        RegisterContent content = strike_off::rows_in(file);
        refuse_earlier(path, content, as_of);
        return content;
    });
}

struct RegisterFile::State
{
    std::string path; ///< as the user knows it
    std::string place;
    Date as_of;
    std::optional<gis::FolderBeside> work; ///< of a register that is not there yet
    Patience patience;
    std::optional<SQLite::Database> file;

    fs::path made() const { return work->path() / "register.gpkg"; }
};

RegisterFile::RegisterFile(const std::string& path, const Date& as_of) : state_(std::make_unique<State>())
{
    State& state = *state_;
    state.path = path;
    state.place = register_place(path);
    state.as_of = as_of;
    check_place(path, state.place);
    std::error_code error;
    if (!fs::exists(state.place, error)) {
        state.work.emplace(state.place);
    }
    const std::string open = state.work ? state.made().string() : state.place;
    told(path, [&] {
        state.file.emplace(open, SQLite::OPEN_READWRITE | (state.work ? SQLite::OPEN_CREATE : 0));
        state.patience.wait_with(*state.file);
        state.file->exec("PRAGMA trusted_schema = OFF");
        // Not IMMEDIATE: a reader that came in meanwhile could hold up the commit after the result has appeared.
        state.file->exec("BEGIN EXCLUSIVE");
        if (state.work || !is_made(state.place)) {
            state.file->exec(strike_off::empty_geopackage_sql());
        } else {
            require_register(path, *state.file);
        }
    });
}

RegisterFile::~RegisterFile() = default;

RegisterContent RegisterFile::content()
{
    return told(state_->path, [this] {
        RegisterContent content;
        if (strike_off::is_register(*state_->file)) { // else it is being made
            content = strike_off::rows_in(*state_->file);
        }
        refuse_earlier(state_->path, content, state_->as_of);
        return content;
    });
}

void RegisterFile::write(const RegisterAfter& after)
{
    told(state_->path, [&] { strike_off::write_rows(*state_->file, after); });
}

void RegisterFile::commit()
{
    State& state = *state_;
    told(state.path, [&] { state.file->exec("COMMIT"); });
    state.file.reset();
    if (!state.work) {
        return;
    }
    std::error_code error;
    if (fs::exists(state.place, error)) {
        throw gis::WriteError(translate(Text::register_appeared, {shown(state.path)}));
    }
    gis::sync_to_disk(state.made());
    gis::publish_files(*state.work, {{state.made(), state.place}}, gis::Existing::keep);
}

} // namespace fieldgap
