#include "report/packed_text.hpp"

#include <catch2/catch.hpp>

#include <zlib.h>

#include <vector>

namespace {

std::vector<unsigned char> from_base64(const std::string& text)
{
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<unsigned char> bytes;
    unsigned bits = 0, count = 0;
    for (const char letter : text) {
        if (letter == '=') {
            break;
        }
        bits = (bits << 6U) | static_cast<unsigned>(letters.find(letter));
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<unsigned char>((bits >> count) & 0xFFU));
        }
    }
    return bytes;
}

std::string unpacked(const std::string& text)
{
    std::vector<unsigned char> in = from_base64(text);
    std::vector<unsigned char> out(8'000'000);
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = in.data();
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return {out.begin(), out.end()};
}

} // namespace

TEST_CASE("what is packed comes out as it went in, whatever its length")
{
    for (const std::size_t length : {0U, 1U, 2U, 3U, 4U, 1000U, 1U << 20U, (1U << 20U) + 1U, 3'000'000U}) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) {
            text += static_cast<char>((i * i + i / 7) % 251);
        }
        CHECK(unpacked(fieldgap::packed_text(text)) == text);
    }
}

TEST_CASE("packed text holds nothing that means something in a page")
{
    const std::string text = fieldgap::packed_text("</script><script>alert(1)</script>");
    CHECK(text.find_first_of("<>&\"'\\") == std::string::npos);
    CHECK(text.size() % 4 == 0);
}
