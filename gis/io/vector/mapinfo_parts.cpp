#include "gis/io/vector/mapinfo_parts.hpp"

#include "gis/interrupt.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <cpl_vsi.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace gis {
namespace {

using words::Text;
using words::translate;

/// A part beside the file: the same name with another ending, small or capital.
class Part
{
public:
    Part(const std::string& path, const char* small, const char* capital)
    {
        for (const char* ending : {small, capital}) {
            path_ = std::filesystem::path(path).replace_extension(ending).string();
            file_.reset(VSIFOpenL(path_.c_str(), "rb"));
            if (file_) {
                break;
            }
        }
    }

    bool is_there() const { return file_ != nullptr; }
    std::string name() const { return words::valid_utf8(std::filesystem::path(path_).filename().string()); }

    std::uint64_t bytes()
    {
        VSIFSeekL(file_.get(), 0, SEEK_END);
        return VSIFTellL(file_.get());
    }

    std::vector<unsigned char> read(std::uint64_t at, std::size_t most)
    {
        std::vector<unsigned char> bytes(most);
        VSIFSeekL(file_.get(), at, SEEK_SET);
        bytes.resize(VSIFReadL(bytes.data(), 1, most, file_.get()));
        return bytes;
    }

private:
    struct Close
    {
        void operator()(VSILFILE* open) const { VSIFCloseL(open); }
    };
    std::string path_;
    std::unique_ptr<VSILFILE, Close> file_;
};

/// The head of a .dat, which is laid out like that of a .dbf: little-endian numbers from its fifth byte.
struct DatHead
{
    std::uint64_t records = 0;
    std::uint64_t head_bytes = 0;
    std::uint64_t record_bytes = 0;
};

std::optional<DatHead> head_of(Part& dat)
{
    const auto b = dat.read(0, 12);
    if (b.size() < 12) {
        return std::nullopt;
    }
    const auto number = [&b](std::size_t at, std::size_t length) {
        std::uint64_t value = 0;
        for (std::size_t i = length; i-- > 0;) {
            value = value << 8U | b[at + i];
        }
        return value;
    };
    return DatHead{number(4, 4), number(8, 2), number(10, 2)};
}

/// Records that do not begin with the mark of those taken out.
std::uint64_t kept_records(Part& dat, const DatHead& head)
{
    constexpr std::uint64_t records_at_once = 4096;
    std::uint64_t kept = 0;
    for (std::uint64_t i = 0; i < head.records; i += records_at_once) {
        throw_if_interrupted();
        const std::uint64_t count = std::min(records_at_once, head.records - i);
        const auto bytes = dat.read(head.head_bytes + i * head.record_bytes, static_cast<std::size_t>(count * head.record_bytes));
        for (std::size_t at = 0; at < bytes.size(); at += static_cast<std::size_t>(head.record_bytes)) {
            kept += bytes[at] == '*' ? 0U : 1U;
        }
    }
    return kept;
}

std::optional<std::string> missing_rows(std::size_t rows, std::uint64_t declared)
{
    return rows < declared ? std::optional(translate(Text::damage_rows, {rows, declared})) : std::nullopt;
}

std::optional<std::string> missing_of_tab(const std::string& path, std::size_t rows)
{
    Part dat(path, ".dat", ".DAT");
    const auto head = dat.is_there() ? head_of(dat) : std::nullopt;
    if (!head || head->record_bytes == 0) {
        return std::nullopt; // a .tab that stands for a table of another kind
    }
    const std::uint64_t dat_bytes = head->head_bytes + head->records * head->record_bytes;
    if (dat.bytes() < dat_bytes) {
        return translate(Text::damage_part_short, {dat.name(), dat.bytes(), dat_bytes});
    }
    constexpr std::uint64_t bytes_of_id = 4;
    Part id(path, ".id", ".ID");
    if (id.is_there() && id.bytes() < head->records * bytes_of_id) {
        return translate(Text::damage_part_short, {id.name(), id.bytes(), head->records * bytes_of_id});
    }
    return missing_rows(rows, kept_records(dat, *head));
}

std::optional<std::string> missing_of_mif(const std::string& path, std::size_t rows)
{
    Part mid(path, ".mid", ".MID");
    if (!mid.is_there()) {
        return std::nullopt;
    }
    constexpr std::size_t bytes_at_once = std::size_t{1} << 20U;
    std::uint64_t lines = 0;
    bool is_blank = true;
    for (std::uint64_t at = 0;; at += bytes_at_once) {
        throw_if_interrupted();
        const auto bytes = mid.read(at, bytes_at_once);
        for (const unsigned char c : bytes) {
            lines += c == '\n' && !is_blank ? 1U : 0U;
            is_blank = c == '\n' || (is_blank && (c == '\r' || c == ' ' || c == '\t'));
        }
        if (bytes.size() < bytes_at_once) {
            break;
        }
    }
    return missing_rows(rows, lines + (is_blank ? 0U : 1U));
}

} // namespace

std::optional<std::string> missing_of_mapinfo(const std::string& path, std::size_t rows)
{
    const std::string ending = std::filesystem::path(path).extension().string();
    return ending == ".mif" || ending == ".MIF" ? missing_of_mif(path, rows) : missing_of_tab(path, rows);
}

} // namespace gis
