#include "layers/text/id_key.hpp"
#include "layers/text/name_key.hpp"
#include "layers/text/name_similarity.hpp"
#include "support/catch.hpp"
#include "words/utf8.hpp"

using namespace fieldgap;

namespace {

bool same_name(const char* one, const char* other)
{
    const NameKey a = name_key(one);
    const NameKey b = name_key(other);
    INFO(one << " " << other << ": " << words::utf8_of(a.stem) << "|" << words::utf8_of(a.campus) << " " << words::utf8_of(b.stem) << "|"
             << words::utf8_of(b.campus));
    return a.stem == b.stem && a.campus == b.campus;
}

double likeness(const char* one, const char* other)
{
    const std::vector<NameKey> keys = {name_key(one)};
    SimilarNames names(keys);
    const auto like = names.like(name_key(other), 0.01);
    return like.empty() ? 0.0 : like[0].score;
}

} // namespace

TEST_CASE("ids that spreadsheets and people damaged have the key of the whole id", "[id_key]")
{
    for (const char* written :
         {"0120101001", "120101001", "120101001.0", "120,101,001", "０１２０１０１００１", " 0120101001 ", "'0120101001", "=\"0120101001\"",
          "\xEF\xBB\xBF"
          "0120101001",
          "0120\xE2\x80\x8B"
          "101001",
          "0120101001\xC2\xA0", "1.20101001E+08"}) {
        INFO(written);
        CHECK(id_key(written) == "120101001");
    }
    CHECK(id_key("Way/12") == "way/12");
    CHECK(id_key("A 007") == "a007");
    CHECK(id_key("000") == "0");
    CHECK(id_key("1,2").find(',') != std::string::npos);
    CHECK(id_key("").empty());
}

TEST_CASE("a number that lost its digits has no key, and an id that only looks like one keeps it", "[id_key]")
{
    CHECK(is_in_exponent("3.13E+09"));
    CHECK(is_in_exponent("3E+09"));
    CHECK(is_in_exponent("3.13e9"));
    CHECK(id_key("3.13E+09").empty());
    CHECK_FALSE(is_in_exponent("3.133005132E+09"));
    CHECK(id_key("3.133005132E+09") == "3133005132");
    CHECK_FALSE(is_in_exponent("2E05"));
    CHECK_FALSE(is_in_exponent("way/3"));
    CHECK(digits_of_id("0120101001") == 10U);
    CHECK(digits_of_id("120101001.0") == 9U);
    CHECK_FALSE(digits_of_id("node/1").has_value());
}

TEST_CASE("spelling does not change the key of a name", "[name_key]")
{
    CHECK(same_name("第二十中学", "第20中学"));
    CHECK(same_name("第二十中学", "二十中"));
    CHECK(same_name("第一百零一中学", "１０１中学"));
    CHECK(same_name("天津市和平区岳阳道小学", "岳阳道小学"));
    CHECK(same_name("實驗學校", "实验学校"));
    CHECK(same_name("师范大学附属小学", "師大附小"));
    CHECK(same_name("万全小学（东校区）", "万全小学东校区"));
    CHECK(same_name("万全小学(本部)", "万全小学"));
    CHECK(same_name("岳阳道小学校", "岳阳道小学"));
    CHECK(same_name("St. Mary's Primary School", "SAINT MARYS primary school"));
    CHECK(same_name("City of Ely College", "Ely College"));
    CHECK(same_name("Grundschule Neckargemünd", "Grundschule  Neckargemund"));
    CHECK(same_name("École élémentaire", "Ecole elementaire"));
    CHECK(same_name("IŞIK İLKOKULU", "Işık İlkokulu"));
    CHECK(same_name("TRƯỜNG TIỂU HỌC NGUYỄN ĐÌNH CHIỂU", "Truong tieu hoc Nguyen Dinh Chieu"));
}

TEST_CASE("names of two schools have two keys", "[name_key]")
{
    CHECK_FALSE(same_name("第一中学", "第二中学"));
    CHECK_FALSE(same_name("第十二中学", "第二十中学"));
    CHECK_FALSE(same_name("南开小学", "南开中学"));
    CHECK_FALSE(same_name("南开小学", "南开学校"));
    CHECK_FALSE(same_name("实验小学", "实验小学分校"));
    CHECK_FALSE(same_name("万全小学东校区", "万全小学西校区"));
    CHECK_FALSE(same_name("万全小学校区", "万全小学"));
    CHECK_FALSE(same_name("北京路小学", "路小学"));
    CHECK_FALSE(same_name("Park Primary School", "Park High School"));
}

TEST_CASE("a place in front is known, a street of that name is none", "[name_key]")
{
    CHECK(name_key("天津市南开区中心小学").district == U"南开");
    CHECK(name_key("天津市南开区中心小学").city == U"天津");
    CHECK(name_key("和平区小学").district.empty());
    CHECK(name_key("东城区第一小学").district == U"东城");
    CHECK(name_key("天津道小学").stem == U"天津道小学");
    CHECK(name_key("天津一中").stem == U"1中学");
    CHECK(district_key("天津市和平区") == U"和平");
    CHECK(district_key("和平") == U"和平");
    CHECK_FALSE(districts_differ(U"120101", U"和平"));
}

TEST_CASE("hostile names are keys too", "[name_key]")
{
    for (const std::string& name : {std::string(), std::string("\xFF\xFE"), std::string("((("), std::string("）（"), std::string("校区"),
                                    std::string("第"), std::string("十百"), std::string(5000, 'a'), std::string("\xE5\xAD")}) {
        const NameKey key = name_key(name);
        const std::vector<NameKey> keys = {key};
        CHECK(SimilarNames(keys).like(key, 0.5).size() <= 1);
    }
}

TEST_CASE("names are similar by their letters, never against number, stage, campus or point of the compass", "[similar]")
{
    CHECK(likeness("Oakwood Primary School", "Oakwod Primary School") > 0.85);
    CHECK(likeness("Hillside Primary School", "Millside Primary School") < 0.85);
    CHECK(likeness("Oakwood Primary School", "Oakwood High School") == 0.0);
    CHECK(likeness("Springfield East School", "Springfield West School") == 0.0);
    CHECK(likeness("Regent Park School 12", "Regent Park School 21") == 0.0);
    CHECK(likeness("经济技术开发实验小学", "经济技术开发实验中学") == 0.0);
    CHECK(similarity(U"abc", U"abc") == 1.0);
    CHECK(similarity(U"", U"") == 1.0);
}
