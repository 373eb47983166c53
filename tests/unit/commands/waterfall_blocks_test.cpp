#include "commands/tables/run_words.hpp"
#include "commands/tables/waterfall_blocks.hpp"
#include "support/catch.hpp"
#include "words/value.hpp"

using namespace fieldgap;

namespace {

std::string drawn(const Waterfall& waterfall, const std::vector<Channel>& channels, const BlockSigns& signs)
{
    cli::Page page;
    add_waterfall(page, waterfall, channels, signs);
    return cli::shown(page, false);
}

Waterfall waterfall_of_m2(std::int64_t required, std::int64_t own, std::int64_t rent, std::int64_t residual)
{
    Waterfall made{ExactArea::whole(required), ExactArea::whole(own), {}, ExactArea::whole(residual)};
    made.given[Channel::rent] = ExactArea::whole(rent);
    return made;
}

} // namespace

TEST_CASE("each bar of a waterfall begins where the one before it ends", "[waterfall]")
{
    CHECK(drawn(waterfall_of_m2(4400, 2200, 1100, 1100), {Channel::rent}, ascii_blocks) ==
          "sports ground     m2\n"
          "required       4 400  ############################################\n"
          "own            2 200  ######################\n"
          "renting        1 100                        ###########\n"
          "stays short    1 100                                   ###########\n");
}

TEST_CASE("what is too little for a block leaves a trace and nothing leaves none", "[waterfall]")
{
    CHECK(drawn(waterfall_of_m2(100000, 99999, 1, 0), {Channel::share, Channel::rent}, unicode_blocks) ==
          "sports ground       m2\n"
          "required       100 000  ████████████████████████████████████████████\n"
          "own             99 999  ████████████████████████████████████████████\n"
          "sharing              0\n"
          "renting              1                                              ▏\n"
          "stays short          0\n");
}

TEST_CASE("Chinese rows of a waterfall line up", "[waterfall]")
{
    words::set_language(words::Language::zh);
    const std::string text = drawn(waterfall_of_m2(4400, 2200, 2200, 0), {Channel::rent}, ascii_blocks);
    words::set_language(words::Language::en);
    CHECK(text == "运动场地  平方米\n"
                  "应有       4 400  ############################################\n"
                  "自有       2 200  ######################\n"
                  "租赁       2 200                        ######################\n"
                  "仍缺           0\n");
}

TEST_CASE("areas are whole square metres but for the smallest", "[waterfall]")
{
    CHECK(area_text(ExactArea::whole(1234567)) == "1 234 567");
    CHECK(area_text(ExactArea::hundredths(123456)) == "1 235");
    CHECK(area_text(ExactArea::hundredths(999)) == "9.99");
    CHECK(area_text(ExactArea::whole(3)) == "3");
    CHECK(area_text(ExactArea()) == "0");
}
