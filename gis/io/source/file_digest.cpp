#include "gis/io/source/file_digest.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/archive.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/vector_source.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace gis {
namespace {

using Hash = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

bool is_there(const std::string& path)
{
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0;
}

/// All files that make up the source, in a fixed order.
std::vector<std::string> parts_of(const std::string& path)
{
    std::vector<std::string> parts;
    if (is_folder(path)) {
        const CPLStringList names(VSIReadDirRecursive(path.c_str()));
        for (int i = 0; i < names.size(); ++i) {
            parts.push_back(path + "/" + names[i]);
        }
        std::sort(parts.begin(), parts.end());
        return parts;
    }
    const std::filesystem::path file = path;
    if (file.extension() != ".shp" && file.extension() != ".SHP") {
        parts = pending_edits(path);
        parts.insert(parts.begin(), path);
        return parts;
    }
    const bool capital = file.extension() == ".SHP";
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        std::string name = ending;
        if (capital) {
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char letter) { return letter == '.' ? letter : static_cast<char>(letter - 32); });
        }
        std::string part = std::filesystem::path(file).replace_extension(name).string();
        if (is_there(part)) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

std::uint64_t add_file(EVP_MD_CTX* hash, const std::string& path)
{
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(path.c_str(), "rb"),
                                                             [](VSILFILE* open) { return VSIFCloseL(open); });
    if (!file) {
        throw Error(words::translate(words::Text::digest_unreadable, {words::valid_utf8(path)}));
    }
    std::uint64_t bytes = 0;
    std::vector<unsigned char> part(std::size_t{1} << 20U);
    while (const std::size_t count = VSIFReadL(part.data(), 1, part.size(), file.get())) {
        throw_if_interrupted();
        EVP_DigestUpdate(hash, part.data(), count);
        bytes += count;
    }
    return bytes;
}

std::uint64_t add_parts(EVP_MD_CTX* hash, const std::string& path)
{
    if (const auto pipe = pipe_among(path)) {
        throw Error(words::translate(words::Text::digest_no_file, {words::valid_utf8(*pipe)}));
    }
    std::uint64_t bytes = 0;
    for (const std::string& part : parts_of(path)) {
        bytes += is_folder(part) ? 0U : add_file(hash, part);
    }
    return bytes;
}

std::string hex_of(const unsigned char* bytes, unsigned count)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < count; ++i) {
        hex += digits[bytes[i] >> 4U];
        hex += digits[bytes[i] & 15U];
    }
    return hex;
}

/// To the nanosecond where the file is one of the disk; inside archives to the second.
std::string stamp_of_part(const std::string& path)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(path, error);
    if (!error) {
        return std::to_string(std::filesystem::file_size(path, error)) + "@" + std::to_string(time.time_since_epoch().count());
    }
    VSIStatBufL status{};
    if (VSIStatL(path.c_str(), &status) != 0) {
        return {};
    }
    return std::to_string(status.st_size) + "@" + std::to_string(status.st_mtime);
}

} // namespace

std::string file_stamp(const std::string& path)
{
    std::string stamp;
    if (is_remote(path) || pipe_among(path)) {
        return stamp;
    }
    for (const std::string& part : parts_of(path)) {
        const std::string of_part = stamp_of_part(part);
        if (of_part.empty()) {
            return {};
        }
        stamp += part + ":" + of_part + ";";
    }
    return stamp;
}

std::string file_stamp(const std::vector<std::string>& paths)
{
    std::string all;
    for (const std::string& path : paths) {
        const std::string stamp = file_stamp(path);
        if (stamp.empty()) {
            return {};
        }
        all += stamp;
    }
    return all;
}

std::string text_digest(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned count = 0;
    EVP_Digest(text.data(), text.size(), bytes.data(), &count, EVP_sha256(), nullptr);
    return hex_of(bytes.data(), count);
}

FileDigest file_digest(const std::string& path)
{
    return file_digest(std::vector<std::string>{path});
}

FileDigest file_digest(const std::vector<std::string>& paths)
{
    FileDigest digest;
    const Hash hash(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr);
    for (const std::string& path : paths) {
        if (is_remote(path)) {
            return {};
        }
        digest.bytes += add_parts(hash.get(), path);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned count = 0;
    EVP_DigestFinal_ex(hash.get(), bytes.data(), &count);
    digest.sha256 = hex_of(bytes.data(), count);
    return digest;
}

} // namespace gis
