#include "report/packed_text.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <string_view>
#include <vector>

namespace fieldgap {
namespace {

using Bytes = std::vector<unsigned char>;

class Deflater
{
public:
    Deflater()
    {
        constexpr int memory_level = 8;
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    /// Piece by piece: zlib counts bytes in numbers that a large city passes.
    Bytes operator()(const std::string& text)
    {
        constexpr std::size_t piece = 1 << 20;
        Bytes out, in;
        for (std::size_t at = 0; at == 0 || at < text.size(); at += piece) {
            const std::string_view part = std::string_view(text).substr(at, piece);
            in.assign(part.begin(), part.end());
            stream_.next_in = in.data();
            stream_.avail_in = static_cast<uInt>(in.size());
            add_to(out, at + piece >= text.size() ? Z_FINISH : Z_NO_FLUSH);
        }
        return out;
    }

private:
    void add_to(Bytes& out, int flush)
    {
        std::array<unsigned char, 1 << 16> room{};
        do {
            stream_.next_out = room.data();
            stream_.avail_out = static_cast<uInt>(room.size());
            deflate(&stream_, flush);
            out.insert(out.end(), room.begin(), room.end() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    z_stream stream_{};
};

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Three bytes are four letters; where bytes are missing at the end, `=` stands for the letters that say nothing.
std::string base64(const Bytes& bytes)
{
    constexpr std::size_t group = 3, group_letters = 4;
    std::string text;
    text.reserve((bytes.size() + group - 1) / group * group_letters);
    for (std::size_t at = 0; at < bytes.size(); at += group) {
        const std::size_t count = std::min(group, bytes.size() - at);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < group; ++i) {
            bits = (bits << 8U) | (i < count ? bytes[at + i] : 0U);
        }
        for (std::size_t i = 0; i < group_letters; ++i) {
            const std::size_t letter = (bits >> (6U * (group - i))) & 63U;
            text += i <= count ? letters[letter] : '=';
        }
    }
    return text;
}

} // namespace

std::string packed_text(const std::string& text)
{
    return base64(Deflater()(text));
}

} // namespace fieldgap
