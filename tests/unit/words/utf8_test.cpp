#include "words/utf8.hpp"

#include "support/catch.hpp"
#include "words/ascii.hpp"
#include "words/toml_text.hpp"

using namespace words;

namespace {

std::size_t columns_of(std::string_view text)
{
    std::size_t columns = 0;
    for_each_character(text, [&](const Character& character, std::string_view) { columns += column_width(character.code); });
    return columns;
}

std::string folded_text(std::string_view text)
{
    std::u32string plain;
    for (const char32_t code : code_points(text)) {
        plain += folded(code);
    }
    return utf8_of(plain);
}

} // namespace

TEST_CASE("UTF-8 is told from what only looks like it", "[utf8]")
{
    CHECK(is_valid_utf8("plain"));
    CHECK(is_valid_utf8("学校"));
    CHECK(is_valid_utf8("\xF0\x9F\x8F\xAB"));
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(is_valid_utf8("\xF5\x80\x80\x80")); // above U+10FFFF
    CHECK_FALSE(is_valid_utf8("\xE5\xAD"));
    CHECK_FALSE(is_valid_utf8(std::string_view("\0", 1)));
    CHECK(is_valid_utf8_but_for_its_end("a\xE5\xAD"));
    CHECK_FALSE(is_valid_utf8_but_for_its_end("\xE5\xAD"
                                              "a"));
}

TEST_CASE("a text that ends within a character is cut, unless nothing could end it well", "[utf8]")
{
    for (const char* cut : {"\xC3", "\xE0", "\xE0\xA0", "\xED", "\xED\x9F", "\xF0", "\xF0\x90", "\xF4\x8F\xBF", "\xE5\xAD"}) {
        INFO(cut);
        const Character character = first_character(cut);
        CHECK(character.is_cut);
        CHECK(character.bytes == std::string_view(cut).size());
    }
    for (const char* wrong : {"\x80", "\xC1", "\xE0\x80", "\xED\xA0", "\xF0\x80", "\xF4\x90", "\xF5", "\xC3\x28", "\xE5\x28\xAD"}) {
        INFO(wrong);
        const Character character = first_character(wrong);
        CHECK_FALSE((character.is_cut || character.is_whole));
        CHECK(character.bytes == 1);
    }
}

TEST_CASE("code points go into UTF-8 and back, and each wrong byte is one U+FFFD", "[utf8]")
{
    CHECK(code_points("aé学🏫") == U"aé学🏫");
    CHECK(utf8_of(U"aé学🏫") == "aé学🏫");
    CHECK(code_points("a\xFF\xE5\xAD") == U"a\uFFFD\uFFFD\uFFFD");
    CHECK(valid_utf8("a\xFF学") == "a\uFFFD学");
}

TEST_CASE("characters are as wide as terminals show them", "[utf8]")
{
    CHECK(columns_of("abc é") == 5);
    CHECK(columns_of("学校（东）") == 10);
    CHECK(columns_of("がっこう") == 8);
    CHECK(columns_of("ｶﾞｯｺｳ") == 5); // half-width kana
    CHECK(columns_of("학교") == 4);
    CHECK(columns_of("e\u0301") == 1); // a mark upon the letter before it
    CHECK(columns_of("Nguyễn Trường Tộ") == 16);
    CHECK(columns_of("🏫") == 2);
}

TEST_CASE("great and small letters are one, in every script", "[utf8]")
{
    CHECK(lower_case("İSTANBUL ŞEHİT ÇAĞRI") == "istanbul şehit çağri");
    CHECK(lower_case("TRƯỜNG TIỂU HỌC") == "trường tiểu học");
    CHECK(lower_case("ШКОЛА № 5") == "школа № 5");
    CHECK(lower_case("ÉCOLE 学校 \xFF") == "école 学校 \xFF");
    CHECK(lower_ascii("ÉCOLE.SHP") == "École.shp");
}

TEST_CASE("letters fold to plain ones, and the marks of other scripts stay", "[utf8]")
{
    CHECK(folded_text("Işık İlkokulu, Çağdaş") == "isik ilkokulu, cagdas");
    CHECK(folded_text("Trường Tiểu học Nguyễn Đình Chiểu") == "truong tieu hoc nguyen dinh chieu");
    CHECK(folded_text("e\u0301cole") == "ecole");
    CHECK(folded_text("Straße Øster Æbel Łódź") == "strasse oster aebel lodz");
    CHECK(folded_text("Лицей имени Ёлкина") == "лицеи имени елкина");
    CHECK(folded_text("がっこう ガ 학교 विद्यालय") == "がっこう ガ 학교 विद्यालय");
}

TEST_CASE("a TOML string escapes what ends it and what nobody sees", "[utf8]")
{
    CHECK(toml_text("Heping 学校") == "\"Heping 学校\"");
    CHECK(toml_text(R"(a "b" \c)") == R"("a \"b\" \\c")");
    CHECK(toml_text("a\n\u202E\U000E0041") == "\"a\\u000A\\u202E\\U000E0041\"");
}
