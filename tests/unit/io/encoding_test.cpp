#include "gis/io/base/encoding.hpp"
#include "gis/io/base/encoding_detector.hpp"

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

TEST_CASE("registers of many countries are read by their words", "[encoding]")
{
    struct Register
    {
        const char* encoding;
        std::vector<std::string> texts;
    };
    const std::vector<Register> registers = {
        {"CP1252", {"name;town", "St Anne’s – Infant School;Leeds", "Œuvre scolaire;Lyon", "École Jean Moulin"}},
        {"CP1252", {"King’s"}},
        {"CP1252", {"St Peter’s", "King’s Lodge – Annexe", "Queen’s"}},
        {"CP1252", {"Lycée de l’Œuvre", "L’Étoile"}},
        {"ISO-8859-1", {"nom,commune", "Collège Molière", "École élémentaire du Château"}},
        {"ISO-8859-1", {"Grundschule Süd", "Realschule Gänsbühl"}},
        {"ISO-8859-1", {"Escola Básica São João", "Agrupamento de Escolas da Lousã"}},
        {"ISO-8859-1", {"nome", "Scuola elementare Università", "Istituto Niccolò"}},
        {"ISO-8859-1", {"Bjørkelund skole", "Åsen skole"}},
        {"CP1250", {"nazwa", "Szkoła Podstawowa nr 7", "Zespół Szkół w Łomży"}},
        {"CP1250", {"Základní škola Děčín", "Střední škola Třebíč"}},
        {"CP1250", {"Petőfi Sándor Általános Iskola", "Kőrösi Gimnázium"}},
        {"CP1250", {"Osnovna škola Dragutina Domjanića", "Srednja škola Čakovec"}},
        {"CP1251", {"МБОУ Средняя школа № 12", "Гимназия имени Пушкина", "улица Ленина, д. 4"}},
        {"CP1251", {"ОУ Христо Ботев", "СУ Васил Левски"}},
        {"CP1253", {"3ο Δημοτικό Σχολείο Βόλου", "Γυμνάσιο Λάρισας"}},
        {"CP1254", {"Atatürk İlkokulu", "Yeşilköy Ortaokulu", "Barış Mahallesi 3. Sokak"}},
        {"CP932", {"学校コード,名称", "川口市立元郷小学校", "南中学校"}},
        {"CP932", {"みどり幼稚園", "サクラ学園"}},
        {"EUC-JP", {"学校コード,名称", "川口市立元郷小学校", "さいたま市立南中学校"}},
        {"CP949", {"학교명,주소", "수원초등학교", "경기도 성남시 분당구", "한빛중학교"}},
        {"CP949", {"가람고등학교"}},
        {"GB18030", {"学校名称,地址", "南开区中营小学", "河西区"}},
        {"GB18030", {"翔宇学校"}},
        {"BIG5", {"學校名稱", "臺中市立向上國民中學"}}};
    for (const Register& country : registers) {
        std::vector<std::string> bytes;
        for (const std::string& text : country.texts) {
            bytes.push_back(encoded(text, country.encoding));
        }
        const EncodingGuess guess = detected(bytes);
        INFO(country.texts.back());
        CHECK(guess.encoding == country.encoding);
        CHECK(guess.choices.empty());
    }
}

TEST_CASE("where the bytes do not tell there is a question that shows the readings", "[encoding]")
{
    const EncodingGuess guess = detected({"Lou\xE8"}); // Louè and Louč
    REQUIRE(guess.choices.size() == 2);
    CHECK(guess.choices[0].encoding == "ISO-8859-1");
    CHECK(guess.choices[0].sample == "Louè");
    CHECK(guess.choices[1].encoding == "CP1250");
    CHECK(guess.choices[1].sample == "Louč");
}

TEST_CASE("bytes that are text in no alphabet are never taken for Latin letters without a question", "[encoding]")
{
    CHECK(detected({"\x81\x8D\x9D\x90"}).choices.size() > 1);
    CHECK(detected({"Kurzw\xE4lder"}).choices.empty());
}

TEST_CASE("one damaged name among many does not garble the others", "[encoding]")
{
    std::vector<std::string> names(40, "Schule Zürich");
    names.push_back("Sch\xFCler");
    CHECK(detected(names).encoding == "UTF-8");
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
