#include "gis/io/qgis/qgis_zip.hpp"

#include <zlib.h>

#include <cstdint>
#include <initializer_list>
#include <new>
#include <vector>

namespace gis {
namespace {

/// A number of two or four bytes, little-endian.
struct Number
{
    std::uint32_t value = 0;
    unsigned bytes = 2;
};

std::string packed(std::initializer_list<Number> numbers)
{
    std::string out;
    for (const Number& number : numbers) {
        for (unsigned i = 0; i < number.bytes; ++i) {
            out += static_cast<char>((number.value >> (8U * i)) & 0xFFU);
        }
    }
    return out;
}

std::string deflated(const std::string& content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::bad_alloc();
    }
    std::string out(deflateBound(&stream, content.size()), '\0');
    std::vector<Bytef> in(content.begin(), content.end());
    std::vector<Bytef> packed_bytes(out.size());
    stream.next_in = in.data();
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = packed_bytes.data();
    stream.avail_out = static_cast<uInt>(packed_bytes.size());
    deflate(&stream, Z_FINISH);
    out.assign(packed_bytes.begin(), packed_bytes.begin() + static_cast<std::ptrdiff_t>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

std::uint32_t crc_of(const std::string& content)
{
    const std::vector<Bytef> bytes(content.begin(), content.end());
    return static_cast<std::uint32_t>(crc32(0, bytes.data(), static_cast<uInt>(bytes.size())));
}

} // namespace

std::string zipped(const std::string& name, const std::string& content)
{
    constexpr std::uint32_t version = 20, utf8_name = 0x0800, deflate_method = 8, midnight = 0, first_of_1980 = 0x21;
    const std::string data = deflated(content);
    const auto size = static_cast<std::uint32_t>(data.size());
    const std::string common = packed({{version},
                                       {utf8_name},
                                       {deflate_method},
                                       {midnight},
                                       {first_of_1980},
                                       {crc_of(content), 4},
                                       {size, 4},
                                       {static_cast<std::uint32_t>(content.size()), 4},
                                       {static_cast<std::uint32_t>(name.size())},
                                       {0}});
    const std::string entry = packed({{0x04034b50, 4}}) + common + name + data;
    const std::string directory = packed({{0x02014b50, 4}, {version}}) + common + packed({{0}, {0}, {0}, {0, 4}, {0, 4}}) + name;
    const std::string end = packed({{0x06054b50, 4},
                                    {0},
                                    {0},
                                    {1},
                                    {1},
                                    {static_cast<std::uint32_t>(directory.size()), 4},
                                    {static_cast<std::uint32_t>(entry.size()), 4},
                                    {0}});
    return entry + directory + end;
}

} // namespace gis
