#include "domain/compare/pair_course.hpp"

#include "domain/walk/walk_limits.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

using Iterator = std::vector<FoundPair>::const_iterator;

/// The pairs of one group with one giver.
struct Range
{
    Iterator first, last;

    bool is_empty() const { return first == last; }
};

Range next_range(Iterator first, Iterator end, std::uint32_t group, std::uint32_t giver)
{
    Iterator last = first;
    while (last != end && last->group == group && last->giver == giver) {
        ++last;
    }
    return {first, last};
}

class CourseWriter
{
public:
    CourseWriter(const SchoolNodes& nodes, const PairSource& before, const PairSource& after)
        : nodes_(nodes), before_(before), after_(after)
    {
    }

    PairCourse course() &&
    {
        Iterator old_next = before_.pairs.begin();
        Iterator new_next = after_.pairs.begin();
        while (old_next != before_.pairs.end() || new_next != after_.pairs.end()) {
            const bool begins_old = new_next == after_.pairs.end() ||
                                    (old_next != before_.pairs.end() &&
                                     std::tie(old_next->group, old_next->giver) <= std::tie(new_next->group, new_next->giver));
            const FoundPair& key = begins_old ? *old_next : *new_next;
            const Range olds = next_range(old_next, before_.pairs.end(), key.group, key.giver);
            const Range news = next_range(new_next, after_.pairs.end(), key.group, key.giver);
            add(olds, news);
            old_next = olds.last;
            new_next = news.last;
        }
        for (KnownPairs* pairs : {&course_.before, &course_.after_merger, &course_.after_walk}) {
            sort_and_thin(*pairs);
        }
        return std::move(course_);
    }

private:
    void add(const Range& olds, const Range& news)
    {
        for (Iterator pair = olds.first; pair != olds.last; ++pair) {
            add_to(course_.before, nodes_.of_old(pair->school), *pair, before_);
        }
        for (Iterator pair = news.first; pair != news.last; ++pair) {
            add_to(course_.after_walk, nodes_.of_new(pair->school), *pair, after_);
        }
        if (olds.is_empty()) {
            add_unlisted_before(news);
        } else {
            add_merged(olds, news);
        }
        if (news.is_empty()) {
            add_unlisted_after(olds);
        }
    }

    /// Pairs that the old result could not list are there in it too.
    void add_unlisted_before(const Range& news)
    {
        for (Iterator pair = news.first; pair != news.last; ++pair) {
            const SchoolGroup& group = nodes_.groups()[pair->group];
            if (before_.lists(group.olds, *pair, after_.walk)) {
                continue;
            }
            add_to(course_.after_merger, nodes_.of_new(pair->school), *pair, after_);
            for (const std::uint32_t old_school : nodes_.forerunners(pair->school)) {
                if (!before_.lists({old_school}, *pair, after_.walk)) {
                    add_to(course_.before, nodes_.of_old(old_school), *pair, after_);
                }
            }
            if (group.olds.empty()) {
                add_to(course_.before, nodes_.of_new(pair->school), *pair, after_);
            }
        }
    }

    void add_unlisted_after(const Range& olds)
    {
        for (Iterator pair = olds.first; pair != olds.last; ++pair) {
            if (!after_.lists(nodes_.groups()[pair->group].news, *pair, before_.walk)) {
                add_to(course_.after_walk, nodes_.going_on(pair->school), *pair, before_);
            }
        }
    }

    /// The new schools of the group walk as the old ones did: who still reaches the giver, or, where nobody does, the heirs of those who
    /// did.
    void add_merged(const Range& olds, const Range& news)
    {
        const FoundPair& nearest =
            *std::min_element(olds.first, olds.last, [](const FoundPair& a, const FoundPair& b) { return a.walk_s < b.walk_s; });
        for (Iterator pair = news.first; pair != news.last; ++pair) {
            const double length = pair->walk_s * after_.walk.speed_m_per_min;
            const bool is_shorter = length < nearest.walk_s * before_.walk.speed_m_per_min;
            const bool is_by_merger = is_shorter && after_.is_pooled(pair->group, pair->giver);
            add_to(course_.after_merger, nodes_.of_new(pair->school), is_by_merger ? *pair : nearest, is_by_merger ? after_ : before_);
        }
        if (news.is_empty()) {
            for (Iterator pair = olds.first; pair != olds.last; ++pair) {
                add_to(course_.after_merger, nodes_.going_on(pair->school), *pair, before_);
            }
        }
    }

    static void add_to(KnownPairs& pairs, std::uint32_t taker, const FoundPair& pair, const PairSource& source)
    {
        pairs.push_back({taker, pair.giver, pair.walk_s, source.walk.speed_m_per_min});
    }

    const SchoolNodes& nodes_;
    const PairSource& before_;
    const PairSource& after_;
    PairCourse course_;
};

} // namespace

bool PairSource::is_within(const FoundPair& pair, const WalkSettings& measured_by) const
{
    const double walk_s = pair.walk_s * measured_by.speed_m_per_min / walk.speed_m_per_min;
    return walk_s <= limit_with_slack_s(walk_limits(walk));
}

bool PairSource::lists(const std::vector<std::uint32_t>& schools, const FoundPair& pair, const WalkSettings& measured_by) const
{
    return !schools.empty() && is_within(pair, measured_by) &&
           std::all_of(schools.begin(), schools.end(), [&](std::uint32_t school) { return could_list(school, pair.giver); });
}

PairCourse pair_course(const SchoolNodes& nodes, const PairSource& before, const PairSource& after)
{
    return CourseWriter(nodes, before, after).course();
}

void sort_and_thin(KnownPairs& pairs)
{
    std::sort(pairs.begin(), pairs.end(), [](const KnownPair& a, const KnownPair& b) {
        return std::tuple(a.taker, a.giver, a.walk_s * a.m_per_min) < std::tuple(b.taker, b.giver, b.walk_s * b.m_per_min);
    });
    const auto is_same = [](const KnownPair& a, const KnownPair& b) { return a.taker == b.taker && a.giver == b.giver; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), is_same), pairs.end());
}

} // namespace fieldgap
