// Whatever happens to schools and whatever districts write: nothing closes without evidence, nothing of theirs is lost, history only grows.
#include "support/catch.hpp"
#include "support/register_quarters.hpp"

#include <map>
#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

class RandomCity
{
public:
    explicit RandomCity(unsigned seed) : random_(seed) {}

    int to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

    FoundSchools schools()
    {
        FoundSchools out;
        for (int i = 0; i < 6; ++i) {
            if (to(9) > 0) {
                out["S" + std::to_string(i)] = with_primary(stage());
            }
        }
        return out;
    }

    void edit(RegisterRow& row)
    {
        constexpr std::array<const char*, 5> dues = {"", "2020Q4", "2021Q3", "2023Q1", "soon"};
        constexpr std::array<const char*, 5> notes = {"", "claimed", "=A1(", "two\r\nlines", "申请销号"};
        constexpr std::array<const char*, 5> states = {"claimed", "closed", "open", "nonsense", ""};
        switch (to(5)) {
        case 0: row.district.due = dues[static_cast<std::size_t>(to(4))]; break;
        case 1: row.district.note = notes[static_cast<std::size_t>(to(4))]; break;
        case 2: row.state = states[static_cast<std::size_t>(to(4))]; break;
        case 3: row.district.promised[Channel::rent] = m2(to(2000)); break;
        case 4: row.district.unit = "unit " + std::to_string(to(9)); break;
        default: break;
        }
    }

private:
    StageEvidence stage()
    {
        constexpr std::array<Standing, 4> others = {Standing::unknown, Standing::without_standard, Standing::planned, Standing::merged};
        if (to(5) == 0) {
            return standing(others[static_cast<std::size_t>(to(3))], "M");
        }
        return found(100 * to(6), 500.0 * to(8), to(2) == 0 ? 250.0 * to(4) : 0.0);
    }

    std::mt19937 random_;
};

bool is_evidence(const FoundSchools& schools, const RegisterRow& row)
{
    const auto school = schools.find(row.school_id);
    if (school == schools.end()) {
        return false;
    }
    const StageEvidence& stage = school->second.stages[Stage::primary];
    return stage.standing == Standing::merged || (stage.standing == Standing::known && stage.gap == ExactArea());
}

} // namespace

TEST_CASE("in random runs nothing closes without evidence and history only grows", "[register]")
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        RandomCity city(seed);
        Quarters quarters;
        for (int quarter = 0; quarter < 12; ++quarter) {
            for (RegisterRow& row : quarters.content.issues) {
                city.edit(row);
            }
            const RegisterContent before = quarters.content;
            std::map<std::string, std::string> state_before;
            for (const HistoryRow& row : before.history) {
                state_before[row.issue_id] = row.state;
            }
            const FoundSchools schools = city.schools();
            const Date day = *last_day_of_quarter(std::to_string(2020 + quarter / 4) + "Q" + std::to_string(1 + quarter % 4));
            quarters.run(text_of(day), schools);

            REQUIRE(quarters.content.history.size() == before.history.size() + quarters.content.issues.size());
            for (std::size_t i = 0; i < before.history.size(); ++i) {
                REQUIRE(quarters.content.history[i].evidence == before.history[i].evidence);
                REQUIRE(quarters.content.history[i].state == before.history[i].state);
            }
            for (std::size_t i = 0; i < before.issues.size(); ++i) {
                const DistrictColumns& was = before.issues[i].district;
                const DistrictColumns& is = quarters.content.issues[i].district;
                REQUIRE((was.unit == is.unit && was.due == is.due && was.note == is.note && was.promised.values == is.promised.values));
                REQUIRE(before.issues[i].baseline_gap == quarters.content.issues[i].baseline_gap);
            }
            std::int64_t sum = 0;
            for (const IssueState state : all_issue_states) {
                sum += count_in(quarters.last, state);
            }
            REQUIRE(sum == static_cast<std::int64_t>(quarters.content.issues.size()));
            for (const RegisterRow& row : quarters.content.issues) {
                const bool was_closed = state_before[row.issue_id] == "closed";
                REQUIRE(issue_state_named(row.state));
                if (row.state == "closed" && !was_closed) {
                    REQUIRE(is_evidence(schools, row));
                }
                REQUIRE((row.state == "closed") == !row.closed.empty());
                if (is_evidence(schools, row)) {
                    REQUIRE(row.state == "closed");
                }
            }
        }
    }
}
