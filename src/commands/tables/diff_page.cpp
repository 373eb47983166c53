#include "commands/tables/diff_page.hpp"

#include "cli/terminal.hpp"
#include "commands/tables/run_words.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t most_schools = 10;
constexpr std::size_t most_causes = 4;

std::string count_text(std::int64_t count)
{
    return cli::grouped(static_cast<double>(count), 0);
}

/// With its sign.
std::string change_text(ExactArea change)
{
    return change < ExactArea() ? "-" + area_text(ExactArea() - change) : (change > ExactArea() ? "+" : "") + area_text(change);
}

Text word_of(Cause cause)
{
    constexpr std::array<Text, 12> words_of = {Text::diff_by_pupils,     Text::diff_by_outdoor,  Text::diff_by_indoor,
                                               Text::diff_by_special,    Text::diff_by_official, Text::diff_by_leases,
                                               Text::diff_by_sharing,    Text::diff_by_merger,   Text::diff_by_walk,
                                               Text::diff_by_allocation, Text::diff_by_standard, Text::diff_by_config};
    return words_of[static_cast<std::size_t>(cause)];
}

ExactArea size_of(ExactArea change)
{
    return change < ExactArea() ? ExactArea() - change : change;
}

/// The largest first.
std::string why(const CauseAmounts& by, std::size_t most)
{
    std::vector<Cause> causes;
    for (const Cause cause : all_causes) {
        if (by[cause] != ExactArea()) {
            causes.push_back(cause);
        }
    }
    std::stable_sort(causes.begin(), causes.end(), [&](Cause a, Cause b) { return size_of(by[a]) > size_of(by[b]); });
    causes.resize(std::min(causes.size(), most));
    std::vector<std::string> amounts;
    for (const Cause cause : causes) {
        amounts.push_back(translate(Text::run_amount, {translate(word_of(cause)), change_text(by[cause])}));
    }
    return listed(amounts);
}

/// Those that changed most first.
class SchoolList
{
public:
    explicit SchoolList(const ComparedPair& pair) : pair_(pair) {}

    void add(const SchoolChange& change) { changes_.push_back(&change); }
    bool is_empty() const { return changes_.empty(); }

    std::string text()
    {
        std::stable_sort(changes_.begin(), changes_.end(),
                         [](const SchoolChange* a, const SchoolChange* b) { return moved(*a) > moved(*b); });
        std::vector<std::string> items;
        for (const SchoolChange* change : changes_) {
            if (items.size() < most_schools) {
                items.push_back(text_of(*change));
            }
        }
        if (changes_.size() > most_schools) {
            items.push_back(translate(Text::diff_more_schools, {count_text(static_cast<std::int64_t>(changes_.size() - most_schools))}));
        }
        return listed(items);
    }

private:
    static ExactArea moved(const SchoolChange& change) { return change.is_known ? size_of(change.change()) : ExactArea(); }

    std::string text_of(const SchoolChange& change) const
    {
        const ComparedSchool& school = pair_.school_of(change);
        const std::string name = words::visible(school.name.empty() ? school.id : school.name);
        if (!change.is_known || change.change() == ExactArea()) {
            return name;
        }
        return translate(Text::diff_school_why, {name, change_text(change.change()), why(change.by, most_causes)});
    }

    const ComparedPair& pair_;
    std::vector<const SchoolChange*> changes_;
};

void add_schools(cli::Page& page, const ComparedPair& pair)
{
    struct Kind
    {
        ChangeKind kind;
        Text sentence;
    };
    for (const Kind& kind : {Kind{ChangeKind::closed, Text::diff_closed_schools}, Kind{ChangeKind::opened, Text::diff_opened_schools},
                             Kind{ChangeKind::worse, Text::diff_worse_schools}, Kind{ChangeKind::better, Text::diff_better_schools},
                             Kind{ChangeKind::gone, Text::diff_gone_schools}, Kind{ChangeKind::added, Text::diff_new_schools}}) {
        SchoolList schools(pair);
        for (const SchoolChange& change : pair.comparison.schools) {
            if (change.kind == kind.kind) {
                schools.add(change);
            }
        }
        if (!schools.is_empty()) {
            page.add(translate(kind.sentence, {schools.text()}) + "\n");
        }
    }
}

void add_city(cli::Page& page, const ChangeSums& city)
{
    page.add(translate(Text::diff_counts, {count_text(city.count(ChangeKind::closed)), count_text(city.count(ChangeKind::opened)),
                                           count_text(city.count(ChangeKind::worse)), count_text(city.count(ChangeKind::better)),
                                           count_text(city.count(ChangeKind::unchanged)), count_text(city.count(ChangeKind::gone)),
                                           count_text(city.count(ChangeKind::added))}) +
             "\n");
    page.add(translate(Text::diff_residual, {area_text(city.residual_before), area_text(city.residual_after)}) + "\n");
    const std::string causes = why(city.by, all_causes.size());
    if (!causes.empty()) {
        page.add(translate(Text::diff_why, {change_text(city.change), causes}) + "\n");
    } else {
        const std::int64_t moved = city.count(ChangeKind::worse) + city.count(ChangeKind::better) + city.count(ChangeKind::closed) +
                                   city.count(ChangeKind::opened);
        page.add(translate(moved > 0 ? Text::diff_only_moved : Text::diff_no_change) + "\n");
    }
}

void add_districts(cli::Page& page, const std::vector<DistrictChanges>& districts)
{
    if (districts.size() < 2) {
        return;
    }
    page.add("\n");
    for (const DistrictChanges& district : districts) {
        const std::string name = district.district.empty() ? translate(Text::diff_outside) : words::visible(district.district);
        const std::string causes = why(district.sums.by, most_causes);
        page.add((causes.empty() ? translate(Text::diff_district_same, {name})
                                 : translate(Text::diff_district,
                                             {name, change_text(district.sums.change), count_text(district.sums.count(ChangeKind::closed)),
                                              count_text(district.sums.count(ChangeKind::opened)), causes})) +
                 "\n");
    }
}

void add_unknown(cli::Page& page, const ComparedPair& pair)
{
    SchoolList schools(pair);
    for (const SchoolChange& change : pair.comparison.schools) {
        if (!change.is_known && !change.needs_nothing) {
            schools.add(change);
        }
    }
    if (schools.is_empty()) {
        return;
    }
    const ChangeSums& city = pair.comparison.city;
    page.add(translate(Text::diff_unknown_schools, {schools.text()}) + "\n");
    if (city.known_now > ExactArea() || city.unknown_now > ExactArea()) {
        page.add(translate(Text::diff_known_now, {area_text(city.known_now), area_text(city.unknown_now)}) + "\n");
    }
}

} // namespace

cli::Page diff_page(const ComparedPair& pair)
{
    cli::Page page;
    add_city(page, pair.comparison.city);
    add_schools(page, pair);
    add_unknown(page, pair);
    add_districts(page, pair.comparison.districts);
    // Warned of too; but who keeps or mails the page keeps what it rests on.
    for (const ResultDifference& difference : pair.differences) {
        page.add(translate(Text::diff_differs, {words::visible(difference.sentence)}) + "\n");
    }
    return page;
}

} // namespace fieldgap
