#include "words/nearest.hpp"

#include "support/catch.hpp"

using words::edit_distance;
using words::nearest;

TEST_CASE("edit distance counts changes, additions, losses and swapped neighbours", "[nearest]")
{
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("minuts", "minutes") == 1);
    CHECK(edit_distance("wlak", "walk") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("Walk", "wALK") == 0);
}

TEST_CASE("edit distance is the same from both sides", "[nearest]")
{
    for (const std::string a : {"schools", "school", "hcsools", "", "fields"}) {
        for (const std::string b : {"campuses", "schools", "x", "feilds"}) {
            CHECK(edit_distance(a, b) == edit_distance(b, a));
        }
    }
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
