#include "gis/io/base/encoding.hpp"

#include "gis/io/vector/vector_layer.hpp"
#include "support/catch.hpp"
#include "support/shared_data.hpp"
#include "unit/io/io_support.hpp"
#include "words/utf8.hpp"

#include <map>
#include <vector>

using namespace gis;

namespace {

EncodingGuess detected(const std::vector<std::string>& texts)
{
    EncodingDetector judge;
    for (const std::string& text : texts) {
        judge.add(text);
    }
    return judge.guess();
}

std::string gbk(const std::string& utf8)
{
    return encoded(utf8, "GBK");
}

} // namespace

TEST_CASE("every byte string becomes valid UTF-8", "[encoding]")
{
    unsigned seed = 12345;
    INFO("seed " << seed);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (unsigned n = seed % 12; n > 0; --n) {
            seed = seed * 1664525U + 1013904223U;
            text += static_cast<char>(seed >> 24U);
        }
        seed = seed * 1664525U + 1013904223U;
        REQUIRE(words::is_valid_utf8(words::valid_utf8(text)));
        for (const std::string encoding : {"UTF-8", "GB18030", "BIG5", "ISO-8859-1", "UTF-16LE"}) {
            REQUIRE(words::is_valid_utf8(Decoder(encoding)(text)));
        }
    }
}

TEST_CASE("Chinese school words in GBK are not taken for Cyrillic", "[encoding]")
{
    REQUIRE(words::is_valid_utf8(gbk("学校")));
    REQUIRE(words::is_valid_utf8(gbk("小学")));
    CHECK(detected({gbk("学校"), gbk("小学")}).encoding == "GB18030");
    CHECK(detected({gbk("学校"), gbk("小学"), gbk("天津市实验中学")}).encoding == "GB18030");
}

TEST_CASE("the languages of planners' files are recognised", "[encoding]")
{
    CHECK(detected({"学校名称", "天津市"}).encoding == "UTF-8");
    CHECK(detected({"школа", "дом", "средняя общеобразовательная"}).encoding == "UTF-8");
    CHECK(detected({"Schule Zürich", "Müller", "Größe"}).encoding == "UTF-8");
    CHECK(detected({gbk("天津市和平区岳阳道小学"), gbk("万全小学（本部）")}).encoding == "GB18030");
    CHECK(detected({encoded("臺北市立中山女子高級中學", "BIG5"), encoded("國語", "BIG5")}).encoding == "BIG5");
    CHECK(detected({"M\xFCller",
                    "Gr\xF6\xDF"
                    "e",
                    "Z\xFCrich"})
              .encoding == "ISO-8859-1");
    CHECK(detected({"plain", "text"}).encoding == "UTF-8");
    CHECK_FALSE(detected({"plain", "text"}).guessed);
    CHECK(detected({"学校"}).guessed);
}

TEST_CASE("a name cut off in the middle of a character loses only that character", "[encoding]")
{
    const std::string whole = "学校名称";
    CHECK(Decoder("UTF-8")(whole.substr(0, 10)) == "学校名");
    CHECK(Decoder("UTF-8")(whole.substr(0, 11)) == "学校名");
    CHECK(Decoder("UTF-8")(whole) == whole);
    CHECK(Decoder("GBK")(gbk(whole).substr(0, 7)) == "学校名");
    CHECK(detected({whole.substr(0, 10), "天津市"}).encoding == "UTF-8");
}

TEST_CASE("encodings go by many names", "[encoding]")
{
    for (const std::string name : {"GBK", "gb2312", "936", "CP936", "GB18030", "ANSI 936", "Big-5", "950", "utf8", "65001", "1252",
                                   "CP1251", "ISO-8859-1", "88591", "Latin1"}) {
        INFO(name);
        CHECK(is_known_encoding(name));
    }
    CHECK_FALSE(is_known_encoding("nonsense"));
    CHECK_FALSE(is_known_encoding(""));
}

TEST_CASE("the files of the shared collection are read in their encodings", "[encoding][shared]")
{
    const auto folder = found_in_shared_data("encodings");
    if (!folder) {
        return;
    }
    const std::map<std::string, std::string> texts = {
        {"dbf/gbk.dbf", "简体国语"},         {"dbf/gb2312.dbf", "简体国语"}, {"dbf/big5.dbf", "繁體國語"},   {"dbf/utf8.dbf", "国语國語"},
        {"dbf/latin1.dbf", "Peçeña México"}, {"cpg/big5.dbf", "國語"},       {"cpg/win1251.dbf", "РУССКИЙ"}, {"ldid/chinese.dbf", "简体"}};
    for (const auto& [name, text] : texts) {
        VectorSource source;
        source.path = *folder + "/" + name;
        source.needs_crs = false;
        INFO(name);
        const VectorLayer layer = read_vector_layer(source);
        REQUIRE(layer.features.size() == 1);
        CHECK(layer.features[0].values[0] == text);
    }
}
