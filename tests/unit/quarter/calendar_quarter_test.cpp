#include "domain/quarter/calendar_quarter.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using quarter::CalendarQuarter;

TEST_CASE("a quarter is read as it is written, and nothing else is one")
{
    CHECK(quarter::quarter_of_text("2021Q4") == CalendarQuarter{2021, 4});
    CHECK(quarter::quarter_of_text(" 2021q1 ") == CalendarQuarter{2021, 1});
    for (const char* other : {"", "2021", "2021Q5", "2021Q0", "21Q4", "2021-Q4", "2021Q4x", "abcdQ1", "0001Q1", "2021-12-31"}) {
        CHECK_FALSE(quarter::quarter_of_text(other));
    }
    CHECK(text_of(CalendarQuarter{2021, 4}) == "2021Q4");
}

TEST_CASE("a day is of the quarter whose last day is not before it")
{
    CHECK(quarter::quarter_of({2021, 1, 1}) == CalendarQuarter{2021, 1});
    CHECK(quarter::quarter_of({2021, 3, 31}) == CalendarQuarter{2021, 1});
    CHECK(quarter::quarter_of({2021, 4, 1}) == CalendarQuarter{2021, 2});
    CHECK(quarter::quarter_of({2021, 12, 31}) == CalendarQuarter{2021, 4});
    CHECK(quarter::last_day_of({2021, 1}) == Date{2021, 3, 31});
    CHECK(quarter::last_day_of({2021, 2}) == Date{2021, 6, 30});
    CHECK(quarter::last_day_of({2021, 3}) == Date{2021, 9, 30});
    CHECK(quarter::last_day_of({2021, 4}) == Date{2021, 12, 31});
}

TEST_CASE("days are counted over leap years, and end where the calendar does")
{
    CHECK(quarter::days_between({2020, 12, 31}, {2021, 9, 30}) == 273);
    CHECK(quarter::days_between({2020, 3, 1}, {2020, 2, 28}) == -2);
    CHECK(quarter::days_after({2020, 2, 28}, 2) == Date{2020, 3, 1});
    CHECK(quarter::days_after({2999, 12, 31}, 0) == Date{2999, 12, 31});
    CHECK_FALSE(quarter::days_after({2999, 12, 31}, 1));
}
