#include "words/visible.hpp"

#include "support/catch.hpp"

using words::visible;
using words::visible_lines;

TEST_CASE("what a reader sees anyway stays byte for byte", "[visible]")
{
    for (const char* text : {"", "abc ~", "第一小学（东校区）", "é ü ñ", "\U00020BB7野家", "\\x1b is a text too", "a b"}) {
        CHECK(visible(text) == text);
        CHECK(visible_lines(text) == text);
    }
}

TEST_CASE("controls become escapes, and lines stay only where they are asked for", "[visible]")
{
    CHECK(visible("\x1b[31m\x07") == "\\x1b[31m\\x07");
    CHECK(visible("a\nb\r\tc\x7f") == "a\\nb\\r\\tc\\u007f");
    CHECK(visible_lines("a\nb\rc") == "a\nb\\rc");
    CHECK(visible(std::string_view("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("C1, marks of direction, zero width and tags become the escapes of JSON", "[visible]")
{
    CHECK(visible("\u009b31m") == "\\u009b31m");
    CHECK(visible("\u202egnp.exe") == "\\u202egnp.exe");
    CHECK(visible("\u2066a\u2069\u200e\u200f\u061c") == "\\u2066a\\u2069\\u200e\\u200f\\u061c");
    CHECK(visible("\ufeff\u200b\u2028\u2029") == "\\ufeff\\u200b\\u2028\\u2029");
    CHECK(visible("\U000e0041") == "\\udb40\\udc41");
}

TEST_CASE("bytes that are no UTF-8 are shown one by one", "[visible]")
{
    CHECK(visible("a\xff\xfe") == "a\\xff\\xfe");
    CHECK(visible("\xc0\xaf") == "\\xc0\\xaf");          // overlong
    CHECK(visible("\xed\xa0\x80") == "\\xed\\xa0\\x80"); // a surrogate
    CHECK(visible("\xe5\xad") == "\\xe5\\xad");          // cut off
    CHECK(visible("\x9b"
                  "31m") == "\\x9b31m"); // C1 in ISO-8859-1
}

TEST_CASE("a text that passes twice is escaped once", "[visible]")
{
    const std::string once = visible("\x1b\u202e\xff\n");
    CHECK(visible(once) == once);
}
