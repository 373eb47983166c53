#include "words/nearest.hpp"

#include "support/catch.hpp"

using words::edit_distance;
using words::nearest;

TEST_CASE("edit distance counts changes, additions, losses and swapped neighbours", "[nearest]")
{
    constexpr auto swapped = words::Swapped::one_edit;
    CHECK(edit_distance(U"", U"", swapped) == 0);
    CHECK(edit_distance(U"", U"abc", swapped) == 3);
    CHECK(edit_distance(U"abc", U"", swapped) == 3);
    CHECK(edit_distance(U"minuts", U"minutes", swapped) == 1);
    CHECK(edit_distance(U"wlak", U"walk", swapped) == 1);
    CHECK(edit_distance(U"wlak", U"walk", words::Swapped::two_edits) == 2);
    CHECK(edit_distance(U"kitten", U"sitting", swapped) == 3);
    CHECK(edit_distance(U"和平区", U"河西区", swapped) == 2);
}

TEST_CASE("edit distance is the same from both sides", "[nearest]")
{
    for (const std::u32string a : {U"schools", U"school", U"hcsools", U"", U"fields"}) {
        for (const std::u32string b : {U"campuses", U"schools", U"x", U"feilds"}) {
            CHECK(edit_distance(a, b, words::Swapped::one_edit) == edit_distance(b, a, words::Swapped::one_edit));
        }
    }
}

TEST_CASE("case does not count, and words of any script are compared by their letters", "[nearest]")
{
    CHECK(nearest("wALK", {"pace", "Walk"}) == "Walk");
    CHECK(nearest("ШКОЛЫ", {"school", "школа"}) == "школа");
    CHECK(nearest("学校名", {"编号", "学校名称"}) == "学校名称");
    CHECK(nearest("编号", {"名称"}).empty()); // six bytes, but no letter in common
}

TEST_CASE("the nearest word is the first of the least distance, and none where all are far", "[nearest]")
{
    CHECK(nearest("rum", {"synth", "run"}) == "run");
    CHECK(nearest("ab", {"ac", "ad"}) == "ac");
    CHECK(nearest("elephant", {"run", "synth"}).empty());
    CHECK(nearest("zz", {"ab"}).empty());
    CHECK(nearest("", {"ab"}).empty());
    CHECK(nearest("x", {}).empty());
    CHECK(nearest(std::string(10000000, 'x'), {"run"}).empty());
}
