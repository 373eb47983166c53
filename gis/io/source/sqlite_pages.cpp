#include "gis/io/source/sqlite_pages.hpp"

#include "gis/io/source/sqlite_patience.hpp"
#include "gis/io/source/sqlite_uri.hpp"
#include "words/utf8.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string_view>

namespace gis {
namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

/// Complaints about pages come under this head; those about values do not.
int keep_page_fault(void* fault, int, char** values, char**)
{
    const std::string_view said = values[0] != nullptr ? values[0] : "";
    constexpr std::string_view head = "*** in database main ***";
    if (said.starts_with(head)) {
        *static_cast<std::string*>(fault) = said.substr(head.size());
    }
    return 0;
}

} // namespace

std::optional<std::string> page_fault(const std::string& path, bool is_immutable, const std::string& table)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return std::nullopt;
    }
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(sqlite_uri(path, is_immutable).c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const Connection connection(opened, sqlite3_close);
    const std::unique_ptr<char, void (*)(void*)> question(sqlite3_mprintf("PRAGMA quick_check(%Q)", table.c_str()), sqlite3_free);
    std::string fault;
    SqlitePatience::watch(opened);
    if (result == SQLITE_OK) {
        sqlite3_exec(opened, question.get(), keep_page_fault, &fault, nullptr);
    }
    for (char& letter : fault) {
        letter = letter == '\n' ? ' ' : letter;
    }
    constexpr std::size_t max_told = 200;
    return fault.empty() ? std::nullopt : std::optional(words::valid_utf8(fault.substr(0, max_told)));
}

} // namespace gis
