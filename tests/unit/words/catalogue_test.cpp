#include "words/words.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

namespace {

struct NamedText
{
    std::string id;
    std::string text;
};

std::vector<NamedText> every_text()
{
    return {
#define WORDS_TEXT(id, en) {#id, en},
#include "words/batch.def"
#include "words/cli.def"
#include "words/desk.def"
#include "words/diff.def"
#include "words/estates.def"
#include "words/gis.def"
#include "words/indicators.def"
#include "words/init.def"
#include "words/layers.def"
#include "words/merge.def"
#include "words/programme.def"
#include "words/register.def"
#include "words/report.def"
#include "words/results.def"
#include "words/run.def"
#include "words/screen.def"
#include "words/verify.def"
#include "words/workbook.def"
#undef WORDS_TEXT
    };
}

std::vector<NamedText> every_finding()
{
    return {
#define FIELDGAP_FINDING(code, severity, message, cure) {#code, message},
#include "domain/city/findings.def"
#undef FIELDGAP_FINDING
    };
}

std::vector<NamedText> every_text_in_chinese()
{
    return {
#define WORDS_ZH(id, zh) {#id, zh},
#include "words/zh.def"
#undef WORDS_ZH
    };
}

std::vector<NamedText> every_finding_in_chinese()
{
    return {
#define FIELDGAP_FINDING_ZH(code, message, cure) {#code, message},
#include "domain/city/findings_zh.def"
#undef FIELDGAP_FINDING_ZH
    };
}

std::vector<NamedText> every_cure_in_chinese()
{
    return {
#define FIELDGAP_FINDING_ZH(code, message, cure) {#code, cure},
#include "domain/city/findings_zh.def"
#undef FIELDGAP_FINDING_ZH
    };
}

/// Cures are printed as they stand.
std::vector<NamedText> every_cure()
{
    return {
#define FIELDGAP_FINDING(code, severity, message, cure) {#code, cure},
#include "domain/city/findings.def"
#undef FIELDGAP_FINDING
    };
}

words::Value value_for(const std::string& placeholder)
{
    if (placeholder.find_first_of("fg") != std::string::npos) {
        return 1.5;
    }
    return placeholder.find('d') != std::string::npos ? words::Value(7) : words::Value("word");
}

/// A value of the right kind for each placeholder of the text, by their numbers where they have them.
std::vector<words::Value> values_for(const std::string& text)
{
    std::vector<words::Value> values;
    std::vector<std::pair<char, std::size_t>> numbered;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        REQUIRE(close != std::string::npos);
        if (std::isdigit(static_cast<unsigned char>(text[open + 1])) != 0) {
            numbered.emplace_back(text[open + 1], values.size());
        }
        values.push_back(value_for(text.substr(open, close - open)));
        open = close;
    }
    std::sort(numbered.begin(), numbered.end());
    std::vector<words::Value> in_order;
    for (const auto& [number, position] : numbered) {
        in_order.push_back(values[position]);
    }
    return numbered.empty() ? values : in_order;
}

void check_that_it_fills(const NamedText& each)
{
    CAPTURE(each.id, each.text);
    const auto values = values_for(each.text);
    std::string filled;
    REQUIRE_NOTHROW(filled = words::fill(each.text, values.data(), values.size()));
    CHECK(filled.find_first_of("{}") == std::string::npos);
}

/// What a format may be filled with: a number with a fraction, a whole number, anything.
char kind_of(const std::string& placeholder)
{
    const auto format = placeholder.find(':') == std::string::npos ? std::string() : placeholder.substr(placeholder.find(':'));
    return format.find_first_of("fg") != std::string::npos ? 'f' : format.find('d') != std::string::npos ? 'd' : 's';
}

/// `{}` and `{:.0f}` of a text in their order. Where Chinese needs another order both texts number their values, `{0}` `{1:.0f}`: those
/// stand in the order of their numbers, and each may be shown otherwise.
std::vector<std::string> placeholders_of(const std::string& text)
{
    std::vector<std::string> found;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::string one = text.substr(open, text.find('}', open) + 1 - open);
        const bool is_numbered = std::isdigit(static_cast<unsigned char>(one[1])) != 0;
        found.push_back(is_numbered ? std::string{'{', one[1], kind_of(one), '}'} : one);
    }
    if (!found.empty() && found.front().size() == 4 && std::isdigit(static_cast<unsigned char>(found.front()[1])) != 0) {
        std::sort(found.begin(), found.end());
    }
    return found;
}

void check_translation(const std::vector<NamedText>& english, const std::vector<NamedText>& chinese)
{
    std::map<std::string, std::string> of_id;
    for (const auto& each : chinese) {
        CAPTURE(each.id);
        CHECK(of_id.emplace(each.id, each.text).second);
    }
    CHECK(of_id.size() == english.size());
    for (const auto& each : english) {
        CAPTURE(each.id, each.text, of_id[each.id]);
        CHECK_FALSE(of_id[each.id].empty());
        CHECK(placeholders_of(of_id[each.id]) == placeholders_of(each.text));
    }
}

/// Bytes beyond ASCII are Chinese here; `[inputs.x] key = ".."` is kept as it is typed.
bool has_narrow_mark_after_chinese(const std::string& text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool after_chinese = static_cast<unsigned char>(text[i - 1]) >= 0x80U;
        if (after_chinese && std::string(",;:?!()").find(text[i]) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("every text is there in Chinese, with the same values in the same order", "[catalogue]")
{
    check_translation(every_text(), every_text_in_chinese());
    check_translation(every_finding(), every_finding_in_chinese());
    check_translation(every_cure(), every_cure_in_chinese());
}

TEST_CASE("what is said is said in the language spoken", "[catalogue]")
{
    const std::string english = words::translate(words::Text::step_read);
    words::set_language(words::Language::zh);
    const std::string chinese = words::translate(words::Text::step_read);
    words::set_language(words::Language::en);
    CHECK(english == "reading");
    CHECK(chinese == "读取数据");
    CHECK(words::translate(words::Text::step_read) == english);
}

TEST_CASE("every text of the catalogue fills its placeholders", "[catalogue]")
{
    for (const auto& each : every_text()) {
        check_that_it_fills(each);
    }
}

TEST_CASE("every finding's message fills its placeholders", "[catalogue]")
{
    for (const auto& each : every_finding()) {
        check_that_it_fills(each);
    }
}

TEST_CASE("texts are one line, without spaces at their ends, and not empty", "[catalogue]")
{
    auto texts = every_text();
    for (const auto& extra :
         {every_finding(), every_cure(), every_text_in_chinese(), every_finding_in_chinese(), every_cure_in_chinese()}) {
        texts.insert(texts.end(), extra.begin(), extra.end());
    }
    for (const auto& each : texts) {
        CAPTURE(each.id);
        REQUIRE_FALSE(each.text.empty());
        CHECK(each.text.find('\n') == std::string::npos);
        CHECK(each.text.back() != ' ');
    }
}

TEST_CASE("Chinese prose has full-width punctuation", "[catalogue]")
{
    auto texts = every_text_in_chinese();
    for (const auto& extra : {every_finding_in_chinese(), every_cure_in_chinese()}) {
        texts.insert(texts.end(), extra.begin(), extra.end());
    }
    for (const auto& each : texts) {
        CAPTURE(each.id, each.text);
        CHECK_FALSE(has_narrow_mark_after_chinese(each.text));
    }
}

TEST_CASE("a text is found by its id, numbers without trailing zeros", "[catalogue]")
{
    CHECK(words::translate(words::Text::cli_version, {"1.2"}) == "fieldgap 1.2");
    CHECK(words::fill("{} {}", {80.0, 7.25}) == "80 7.25");
}
