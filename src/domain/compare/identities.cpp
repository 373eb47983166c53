#include "domain/compare/identities.hpp"

#include "domain/compare/same_ground.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace fieldgap {
namespace {

using Schools = std::span<const ComparedSchool>;

/// An id that a row got for want of one says where it stood in its file, and no more.
bool is_made_up(const std::string& id)
{
    return id.starts_with('#');
}

class Finder
{
public:
    Finder(Schools olds, Schools news) : olds_(olds), news_(news), linked_new_(news.size()), above_(olds.size() + news.size())
    {
        found_.heir_of_old.resize(olds.size());
        std::iota(above_.begin(), above_.end(), 0U);
    }

    Identities found() &&
    {
        link_by_id();
        for (const SchoolPair& pair : same_schools(olds_, news_, loose_olds(), loose_news())) {
            link(pair.before, pair.after);
        }
        const auto gone = loose_olds();
        const auto founded = loose_news();
        for (const SchoolPair& pair : grounds_inside(olds_, news_, gone)) {
            link(pair.before, pair.after);
        }
        for (const SchoolPair& pair : grounds_inside(news_, olds_, founded)) {
            link(pair.after, pair.before);
        }
        gather();
        return std::move(found_);
    }

private:
    /// The position of the main school of a row; absent where the file does not tell.
    static std::optional<std::uint32_t> main_of(Schools schools, const std::map<std::string, std::uint32_t>& by_id, std::uint32_t row)
    {
        if (schools[row].is_main()) {
            return row;
        }
        const auto parent = by_id.find(schools[row].parent_id);
        return parent != by_id.end() && schools[parent->second].is_main() ? std::optional(parent->second) : std::nullopt;
    }

    static std::map<std::string, std::uint32_t> by_id(Schools schools)
    {
        std::map<std::string, std::uint32_t> rows;
        for (std::uint32_t i = 0; i < schools.size(); ++i) {
            rows.emplace(schools[i].id, i);
        }
        return rows;
    }

    /// Main schools with themselves before branches: the heir of a school that took another in is itself.
    void link_by_id()
    {
        const auto old_rows = by_id(olds_);
        const auto new_rows = by_id(news_);
        for (const bool mains : {true, false}) {
            for (const auto& [id, row] : old_rows) {
                const auto other = new_rows.find(id);
                if (other == new_rows.end() || (is_made_up(id) && olds_[row].name != news_[other->second].name)) {
                    continue;
                }
                const bool are_mains = olds_[row].is_main() && news_[other->second].is_main();
                const auto before = main_of(olds_, old_rows, row);
                const auto after = main_of(news_, new_rows, other->second);
                if (are_mains == mains && before && after) {
                    link(*before, *after);
                }
            }
        }
    }

    void link(std::uint32_t before, std::uint32_t after)
    {
        if (!found_.heir_of_old[before]) {
            found_.heir_of_old[before] = after;
        }
        linked_new_[after] = true;
        above_[top_of(before)] = top_of(static_cast<std::uint32_t>(olds_.size()) + after);
    }

    std::uint32_t top_of(std::uint32_t school)
    {
        while (above_[school] != school) {
            above_[school] = above_[above_[school]];
            school = above_[school];
        }
        return school;
    }

    std::vector<std::uint32_t> loose_olds() const
    {
        return mains_without(olds_, [this](std::uint32_t school) { return found_.heir_of_old[school].has_value(); });
    }

    std::vector<std::uint32_t> loose_news() const
    {
        return mains_without(news_, [this](std::uint32_t school) { return linked_new_[school]; });
    }

    template <class IsLinked>
    static std::vector<std::uint32_t> mains_without(Schools schools, const IsLinked& is_linked)
    {
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < schools.size(); ++i) {
            if (schools[i].is_main() && !is_linked(i)) {
                all.push_back(i);
            }
        }
        return all;
    }

    void gather()
    {
        std::map<std::uint32_t, SchoolGroup> groups;
        for (std::uint32_t i = 0; i < olds_.size(); ++i) {
            if (olds_[i].is_main()) {
                groups[top_of(i)].olds.push_back(i);
            }
        }
        for (std::uint32_t i = 0; i < news_.size(); ++i) {
            if (news_[i].is_main()) {
                groups[top_of(static_cast<std::uint32_t>(olds_.size()) + i)].news.push_back(i);
            }
        }
        for (auto& [top, group] : groups) {
            found_.groups.push_back(std::move(group));
        }
    }

    Schools olds_, news_;
    Identities found_;
    std::vector<bool> linked_new_;
    std::vector<std::uint32_t> above_; ///< a forest over old schools, then new ones
};

} // namespace

Identities identities(std::span<const ComparedSchool> olds, std::span<const ComparedSchool> news)
{
    return Finder(olds, news).found();
}

} // namespace fieldgap
