#include "gis/streets/foot_access.hpp"
#include "gis/streets/foot_rules.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <vector>

using gis::Admitted;
using gis::FootAccess;
using gis::FootRule;
using gis::FootWord;

namespace {

FootAccess access(const std::vector<gis::StreetTag>& tags)
{
    return gis::foot_access(tags, {});
}

/// A street of this kind, with foot=yes, and with a sidewalk.
std::vector<FootAccess> as_kind(const FootRule& rule)
{
    return {access({{rule.key, rule.value}}), access({{rule.key, rule.value}, {"foot", "yes"}}),
            access({{rule.key, rule.value}, {"sidewalk", "both"}})};
}

/// A street, a trunk road that waits for a word, and a gate with this tag.
void check_admission(const FootRule& rule, FootAccess street, FootAccess trunk, Admitted at_gate)
{
    CHECK(access({{"highway", "service"}, {rule.key, rule.value}}) == street);
    CHECK(access({{"highway", "trunk"}, {rule.key, rule.value}}) == trunk);
    CHECK(gis::admitted_at_node(std::vector<gis::StreetTag>{{"barrier", "gate"}, {rule.key, rule.value}}) == at_gate);
}

} // namespace

TEST_CASE("each line of the table of tags does what it says", "[foot]")
{
    for (const FootRule& rule : gis::foot_rules) {
        CAPTURE(rule.key, rule.value);
        switch (rule.says) {
        case FootWord::walked: CHECK(as_kind(rule) == std::vector(3, FootAccess::walked)); break;
        case FootWord::walked_if_allowed:
            CHECK(as_kind(rule) == std::vector{FootAccess::barred, FootAccess::walked, FootAccess::barred});
            break;
        case FootWord::walked_with_sidewalk:
            CHECK(as_kind(rule) == std::vector{FootAccess::trunk_barred, FootAccess::walked, FootAccess::walked});
            break;
        case FootWord::allows: check_admission(rule, FootAccess::walked, FootAccess::walked, Admitted::all); break;
        case FootWord::on_private: check_admission(rule, FootAccess::on_private, FootAccess::barred, Admitted::on_private); break;
        case FootWord::bars: check_admission(rule, FootAccess::barred, FootAccess::barred, Admitted::nobody); break;
        case FootWord::bars_streets: check_admission(rule, FootAccess::barred, FootAccess::barred, Admitted::all); break;
        case FootWord::absent:
            CHECK(access({{"highway", "trunk"}, {rule.key, rule.value}}) == FootAccess::trunk_barred);
            CHECK(gis::admitted_at_node(std::vector<gis::StreetTag>{{rule.key, rule.value}, {"access", "no"}}) == Admitted::all);
            break;
        case FootWord::nothing: FAIL("a line that says nothing"); break;
        }
    }
}

TEST_CASE("the lines of a key stand together, and each value once", "[foot]")
{
    const auto& rules = gis::foot_rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (std::size_t j = i + 1; j < rules.size(); ++j) {
            CAPTURE(rules[i].key, rules[i].value);
            CHECK((rules[i].key != rules[j].key || rules[i].value != rules[j].value));
            CHECK((rules[i].key != rules[j].key || rules[j - 1].key == rules[j].key));
        }
    }
}
