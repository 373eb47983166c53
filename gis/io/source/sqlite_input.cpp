#include "gis/io/source/sqlite_input.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/archive.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace gis {
namespace {

using words::Text;

constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t place_of_read_version = 19;
constexpr char write_ahead = 2;

using VsiFile = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;
using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

std::uint64_t size_of(const std::string& path)
{
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

[[noreturn]] void fail_to_copy(const VectorSource& source, const std::string& edits, const std::string& why)
{
    const std::string place = words::valid_utf8(std::filesystem::temp_directory_path().string());
    throw Error(words::translate(Text::source_not_copied, {source.role, shown(source), words::valid_utf8(edits), place, why}));
}

/// From any of GDAL's file systems to the disk. False where it could not be written or read, with errno.
bool copy_file(const std::string& from, const std::string& to)
{
    const VsiFile in(VSIFOpenL(from.c_str(), "rb"), [](VSILFILE* open) { return VSIFCloseL(open); });
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    std::vector<char> part(std::size_t{1} << 20U);
    while (in && out) {
        throw_if_interrupted();
        const std::size_t count = VSIFReadL(part.data(), 1, part.size(), in.get());
        if (count == 0) {
            break;
        }
        out.write(part.data(), static_cast<std::streamsize>(count));
    }
    out.close();
    return in != nullptr && !out.fail();
}

std::unique_ptr<FolderBeside> private_folder(const VectorSource& source, const std::string& edits)
{
    try {
        return std::make_unique<FolderBeside>(std::filesystem::temp_directory_path() / "input");
    } catch (const std::exception& problem) {
        fail_to_copy(source, edits, problem.what());
    }
}

} // namespace

std::vector<std::string> pending_edits(const std::string& path)
{
    std::vector<std::string> edits;
    for (const char* ending : {"-wal", "-journal"}) {
        if (size_of(path + ending) > 0 && std::string_view(bytes_of(path, magic.size())) == magic) {
            edits.push_back(path + ending);
        }
    }
    return edits;
}

SqliteInput::SqliteInput(const VectorSource& source, const std::string& path) : path_(path)
{
    const std::string head = bytes_of(path, place_of_read_version + 1);
    if (!head.starts_with(magic)) {
        return;
    }
    const auto edits = pending_edits(path);
    if (edits.empty()) {
        is_immutable_ = head[place_of_read_version] == write_ahead;
        return;
    }
    folder_ = private_folder(source, edits.front());
    copy_with(source, edits);
    settle(source);
}

SqliteInput::~SqliteInput() = default;

/// The files belong together only if none was written to meanwhile.
void SqliteInput::copy_with(const VectorSource& source, const std::vector<std::string>& edits)
{
    constexpr int attempts = 3;
    const std::string original = path_;
    path_ = (folder_->path() / std::filesystem::path(original).filename()).string();
    for (int i = 0; i < attempts; ++i) {
        const std::string before = file_stamp(original);
        bool is_copied = copy_file(original, path_);
        for (const std::string& edit : edits) {
            is_copied = is_copied && copy_file(edit, path_ + edit.substr(original.size()));
        }
        if (!is_copied) {
            fail_to_copy(source, edits.front(), std::strerror(errno));
        }
        if (file_stamp(original) == before) {
            return;
        }
    }
    throw Error(words::translate(Text::source_changing, {source.role, shown(source)}));
}

/// SQLite itself takes the edits of the log into the copy, or takes back what the journal says was not finished.
void SqliteInput::settle(const VectorSource& source) const
{
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path_.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Connection connection(opened, sqlite3_close);
    if (result != SQLITE_OK ||
        sqlite3_exec(opened, "PRAGMA journal_mode=DELETE; SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr) != SQLITE_OK) {
        const std::string why = opened != nullptr ? sqlite3_errmsg(opened) : "SQLite";
        throw Error(words::translate(Text::source_damaged, {source.role, shown(source), words::valid_utf8(why)}));
    }
}

} // namespace gis
