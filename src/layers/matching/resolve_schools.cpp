#include "layers/matching/resolve_schools.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/interrupt.hpp"
#include "layers/matching/references.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/text/id_key.hpp"
#include "layers/text/name_key.hpp"
#include "layers/text/plain_text.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace fieldgap {
namespace {

constexpr double same_place_m = 500.0; // further apart, other names are other schools

/// A school in the making.
struct SchoolDraft
{
    PlacedSchool placed;
    NameKey name;
    std::size_t rows = 1;
};

bool have_same_stem(const SchoolDraft& one, const SchoolDraft& other)
{
    return one.name.is_empty() || other.name.is_empty() || one.name.stem == other.name.stem;
}

bool have_same_name(const SchoolDraft& one, const SchoolDraft& other)
{
    return have_same_stem(one, other) && one.name.campus == other.name.campus;
}

bool are_far(const PlacedSchool& one, const PlacedSchool& other)
{
    const gis::Point& a = one.school.at;
    const gis::Point& b = other.school.at;
    return !one.has_place || !other.has_place || std::hypot(a.x - b.x, a.y - b.y) > same_place_m;
}

bool is_campus_of(const SchoolDraft& one, const SchoolDraft& main)
{
    return !one.placed.counts_as_school || (have_same_stem(one, main) && one.name.campus != main.name.campus);
}

/// Rows of the same id that are not of the same name, and yet no mistake.
bool is_another(const SchoolDraft& row, const SchoolDraft& kept)
{
    return is_campus_of(row, kept) || is_campus_of(kept, row) || is_in_exponent(row.placed.school.id) || are_far(row.placed, kept.placed) ||
           are_parts(row.placed.row_stages, kept.placed.row_stages);
}

void merge(const PlacedSchool& part, SchoolDraft& draft)
{
    PlacedSchool& placed = draft.placed;
    add_part(part.school, placed.school);
    if (!placed.has_place && part.has_place) {
        placed.school.at = part.school.at;
        placed.school.ground = part.school.ground;
        placed.has_place = true;
    }
    placed.school.district = placed.school.district.empty() ? part.school.district : placed.school.district;
    placed.school.parent_id = placed.school.parent_id.empty() ? part.school.parent_id : placed.school.parent_id;
    for (const Stage stage : all_stages) {
        placed.row_stages[stage] = placed.row_stages[stage] || part.row_stages[stage];
    }
    ++draft.rows;
}

void report_duplicate(const School& second, const School& first, Findings& findings)
{
    const PerStage<double> pupils = pupils_of(second);
    const PerStage<double> pupils_of_first = pupils_of(first);
    findings.push_back({IssueCode::id_duplicate,
                        "schools",
                        second.id,
                        second.at,
                        {second.id, sum_of(pupils), sum_of(pupils_of_first)},
                        {{first.id, 0.0, difference(pupils, pupils_of_first)}},
                        1});
}

/// The schools among the rows of one id, the main one first.
std::vector<SchoolDraft> schools_of_id(std::vector<PlacedSchool> rows, Findings& findings)
{
    std::vector<SchoolDraft> kept;
    for (PlacedSchool& row : rows) {
        SchoolDraft draft{std::move(row), {}, 1};
        draft.name = name_key(draft.placed.school.name);
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const SchoolDraft& other) { return have_same_name(other, draft); });
        if (same != kept.end() && are_parts(same->placed.row_stages, draft.placed.row_stages)) {
            merge(draft.placed, *same);
        } else if (same != kept.end()) {
            report_duplicate(draft.placed.school, same->placed.school, findings);
        } else if (kept.empty() || is_another(draft, kept.front())) {
            kept.push_back(std::move(draft));
        } else {
            report_duplicate(draft.placed.school, kept.front().placed.school, findings);
        }
    }
    std::stable_sort(kept.begin(), kept.end(), [](const SchoolDraft& a, const SchoolDraft& b) {
        return std::make_tuple(!a.placed.counts_as_school, a.name.campus) < std::make_tuple(!b.placed.counts_as_school, b.name.campus);
    });
    return kept;
}

/// `ID#ending`, or `ID#2` and so on where that is taken or there is no ending.
std::string free_id(const std::string& id, const std::string& ending, std::unordered_set<std::string>& used)
{
    std::string tried = id + "#" + (ending.empty() ? "2" : ending);
    for (int number = ending.empty() ? 3 : 2; !used.insert(tried).second; ++number) {
        tried = id + "#" + ending + std::to_string(number);
    }
    return tried;
}

/// Gives all but the first an id of their own.
void disambiguate(std::vector<SchoolDraft>& drafts, std::unordered_set<std::string>& used, Findings& findings)
{
    const std::string id = drafts.front().placed.school.id;
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        School& school = drafts[i].placed.school;
        const bool is_branch = is_campus_of(drafts[i], drafts.front());
        school.id = free_id(id, is_branch ? words::utf8_of(drafts[i].name.campus) : "", used);
        if (is_branch) {
            school.parent_id = id;
            findings.push_back({IssueCode::branch_by_name, "schools", school.id, school.at, {id}});
        } else {
            findings.push_back({IssueCode::id_repeated, "schools", id, school.at, {id, school.id}});
        }
    }
}

void report_merged(const SchoolDraft& draft, Findings& findings)
{
    const School& school = draft.placed.school;
    if (draft.rows > 1) {
        findings.push_back({IssueCode::rows_merged_by_stage, "schools", school.id, school.at, {draft.rows, school.id}, {}, draft.rows - 1});
    }
}

void report_ids(const std::vector<PlacedSchool>& rows, Findings& findings)
{
    std::vector<std::string> ids;
    for (const PlacedSchool& row : rows) {
        ids.push_back(row.school.id.starts_with('#') ? "" : row.school.id); // the row number stands for a missing one
    }
    report_odd_ids("schools", "id", ids, findings);
}

/// Which school a campus belongs to by its name: the one main school of the same stem and no other district.
class MainSchools
{
public:
    explicit MainSchools(const std::vector<PlacedSchool>& schools)
    {
        for (std::size_t s = 0; s < schools.size(); ++s) {
            names_.push_back(name_key(schools[s].school.name));
            districts_.push_back({district_key(schools[s].school.district), names_[s].district});
            if (schools[s].counts_as_school && schools[s].school.parent_id.empty() && !names_[s].is_empty()) {
                add(s);
            }
        }
    }

    bool is_campus(std::size_t school) const { return !names_[school].campus.empty(); }

    /// A campus stands in for a main school only where there is no other.
    std::optional<std::size_t> of(std::size_t branch) const
    {
        const auto same = of_stem_.find(names_[branch].stem);
        if (same == of_stem_.end()) {
            return std::nullopt;
        }
        const std::vector<std::size_t> whole = some_of(same->second, &Mains::whole, branch);
        const std::vector<std::size_t> mains = whole.empty() ? some_of(same->second, &Mains::campuses, branch) : whole;
        return mains.size() == 1 ? std::optional(mains[0]) : std::nullopt;
    }

private:
    /// By the column and by the name.
    using Districts = std::pair<std::u32string, std::u32string>;

    /// Of one stem and the same districts. Two that are not the branch itself are as good as all.
    struct Mains
    {
        std::vector<std::size_t> whole;
        std::vector<std::size_t> campuses;
    };
    using MainsOfDistricts = std::map<Districts, Mains>;

    void add(std::size_t school)
    {
        constexpr std::size_t enough = 3;
        Mains& mains = of_stem_[names_[school].stem][districts_[school]];
        std::vector<std::size_t>& alike = is_campus(school) ? mains.campuses : mains.whole;
        if (alike.size() < enough) {
            alike.push_back(school);
        }
    }

    /// None, the only one, or two of them.
    std::vector<std::size_t> some_of(const MainsOfDistricts& of_districts, std::vector<std::size_t> Mains::*kind, std::size_t branch) const
    {
        std::vector<std::size_t> some;
        for (const auto& [districts, mains] : of_districts) {
            for (const std::size_t main : lie_apart(districts, districts_[branch]) ? std::vector<std::size_t>() : mains.*kind) {
                if (main != branch) {
                    some.push_back(main);
                }
                if (some.size() == 2) {
                    return some;
                }
            }
        }
        return some;
    }

    static bool lie_apart(const Districts& one, const Districts& other)
    {
        return districts_differ(one.first, other.first) || districts_differ(one.second, other.second);
    }

    std::vector<NameKey> names_;
    std::vector<Districts> districts_;
    std::map<std::u32string, MainsOfDistricts> of_stem_;
};

} // namespace

std::vector<PlacedSchool> resolved_schools(std::vector<PlacedSchool> rows, Findings& findings)
{
    report_ids(rows, findings);
    std::map<std::string, std::vector<PlacedSchool>> rows_of_id;
    std::unordered_set<std::string> used;
    for (PlacedSchool& row : rows) {
        used.insert(row.school.id);
        rows_of_id[row.school.id].push_back(std::move(row));
    }
    std::vector<PlacedSchool> schools;
    for (auto& [id, of_id] : rows_of_id) {
        std::vector<SchoolDraft> drafts = schools_of_id(std::move(of_id), findings);
        disambiguate(drafts, used, findings);
        for (SchoolDraft& draft : drafts) {
            report_merged(draft, findings);
            schools.push_back(std::move(draft.placed));
        }
    }
    std::sort(schools.begin(), schools.end(), [](const PlacedSchool& a, const PlacedSchool& b) { return a.school.id < b.school.id; });
    return schools;
}

void find_main_schools(std::vector<PlacedSchool>& schools, Findings& findings)
{
    const MainSchools mains(schools);
    for (std::size_t s = 0; s < schools.size(); ++s) {
        gis::throw_if_interrupted();
        School& school = schools[s].school;
        if (!school.parent_id.empty()) {
            continue;
        }
        const auto main = mains.of(s);
        if (schools[s].counts_as_school) {
            if (main && mains.is_campus(s) && !mains.is_campus(*main)) {
                const School& of = schools[*main].school;
                findings.push_back({IssueCode::branch_or_school, "schools", school.id, school.at, {of.name, of.id}});
            }
        } else if (main) {
            school.parent_id = schools[*main].school.id;
            findings.push_back({IssueCode::branch_by_name, "schools", school.id, school.at, {school.parent_id}});
        } else {
            findings.push_back({IssueCode::branch_without_parent, "schools", school.id, school.at, {}});
        }
    }
}

} // namespace fieldgap
