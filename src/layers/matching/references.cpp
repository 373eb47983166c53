#include "layers/matching/references.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/text/id_key.hpp"
#include "words/nearest.hpp"

#include <algorithm>
#include <unordered_set>

namespace fieldgap {

std::string Examples::listed() const
{
    constexpr std::size_t most = 5;
    std::vector<std::string> sorted = texts_;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return words::joined_first(std::move(sorted), most);
}

void report_odd_ids(const std::string& layer, const std::string& column, const std::vector<std::string>& ids, Findings& findings)
{
    Examples in_exponent;
    Examples wrong_length;
    std::size_t right_length = 0;
    std::size_t count = 0;
    for (const std::string& id : ids) {
        count += id.empty() ? 0U : 1U;
        if (is_in_exponent(id)) {
            in_exponent.add("'" + id + "'");
        } else if (digits_of_id(id) == school_code_digits) {
            ++right_length;
        } else if (!id.empty()) {
            wrong_length.add("'" + id + "'");
        }
    }
    if (in_exponent.count() > 0) {
        findings.push_back({IssueCode::id_in_exponent, layer, "", {}, {in_exponent.count(), column, in_exponent.listed()}});
    }
    if (wrong_length.count() > 0 && 2 * right_length > count) {
        findings.push_back({IssueCode::id_wrong_length, layer, "", {}, {wrong_length.count(), count, column, wrong_length.listed()}});
    }
}

std::string References::own_id(const std::string& written, const std::string& name)
{
    all_.push_back(written);
    if (written.empty()) {
        return written;
    }
    const bool is_lost = is_in_exponent(written);
    const auto match = finder_.by_id_or_name(is_lost ? name : written);
    if (is_lost && !match) {
        return {};
    }
    if (!match || (match->by <= MatchKind::alias && !is_lost)) {
        return written;
    }
    const School& school = schools_[match->school];
    (match->by == MatchKind::id_key ? loose_ : by_name_).add("'" + written + "' = '" + school.id + "'");
    return school.id;
}

void References::report(Findings& findings) const
{
    report_odd_ids(layer_, column_, all_, findings);
    if (loose_.count() > 0) {
        findings.push_back({IssueCode::reference_matched_loosely, layer_, "", {}, {loose_.count(), column_, loose_.listed()}});
    }
    if (by_name_.count() > 0) {
        findings.push_back({IssueCode::reference_by_name, layer_, "", {}, {by_name_.count(), column_, by_name_.listed()}});
    }
}

void resolve_references(std::vector<School>& schools, std::vector<Campus>& campuses, Findings& findings)
{
    const SchoolFinder finder(schools);
    References parents(finder, schools, "schools", "parent_id");
    for (School& school : schools) {
        const std::string id = parents.own_id(school.parent_id);
        school.parent_id = id == school.id ? school.parent_id : id;
    }
    parents.report(findings);
    References owners(finder, schools, "campuses", "school_id");
    for (Campus& campus : campuses) {
        campus.school_id = owners.own_id(campus.school_id, campus.name);
    }
    owners.report(findings);
}

namespace {

/// Of one column of a layer.
template <class Thing>
void resolve_column(const SchoolFinder& finder, const City& city, std::vector<Thing>& things, std::string Thing::*id, const char* layer,
                    const char* column, Findings& findings)
{
    References references(finder, city.schools, layer, column);
    for (Thing& thing : things) {
        thing.*id = references.own_id(thing.*id);
    }
    references.report(findings);
}

void resolve_gates(const SchoolFinder& finder, City& city, Findings& findings)
{
    std::unordered_set<std::string> others;
    for (const Venue& venue : city.venues) {
        others.insert(venue.id);
    }
    for (const Estate& estate : city.estates) {
        others.insert(estate.id);
    }
    References references(finder, city.schools, "gates", "owner_id");
    for (Gate& gate : city.gates) {
        const bool may_be_school = gate.owner_kind ? *gate.owner_kind == OwnerKind::school : !others.contains(gate.owner_id);
        gate.owner_id = may_be_school ? references.own_id(gate.owner_id) : gate.owner_id;
    }
    references.report(findings);
}

} // namespace

void resolve_references(City& city, Findings& findings)
{
    const SchoolFinder finder(city.schools);
    resolve_column(finder, city, city.fields, &Field::school_id, "fields", "school_id", findings);
    resolve_gates(finder, city, findings);
    resolve_column(finder, city, city.catchments, &Catchment::school_id, "catchments", "school_id", findings);
    resolve_column(finder, city, city.estates, &Estate::owed_school, "residential", "owed_school", findings);
}

} // namespace fieldgap
