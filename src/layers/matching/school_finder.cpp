#include "layers/matching/school_finder.hpp"

#include "layers/matching/row_figures.hpp"
#include "layers/text/id_key.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::u32string with_campus(const std::u32string& stem, const NameKey& key)
{
    return stem + U'\1' + key.campus;
}

/// The ways in which a name is looked up: with its area in front without 区 or 市 too (和平中心小学 is 和平区中心小学).
std::vector<std::u32string> ways_to_write(const NameKey& key)
{
    std::vector<std::u32string> ways = {with_campus(key.stem, key)};
    for (const std::u32string& area : {key.city, key.district, key.city + key.district}) {
        if (!area.empty()) {
            ways.push_back(with_campus(area + key.stem, key));
        }
    }
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    return ways;
}

bool has_any(const PerStage<bool>& stages)
{
    return stages != PerStage<bool>();
}

bool starts_with_number(const std::u32string& stem)
{
    return !stem.empty() && stem[0] >= U'0' && stem[0] <= U'9';
}

/// A city's first school is not a district's first school.
bool numbered_by_others(const NameKey& one, const NameKey& other)
{
    const bool one_is_of_city = !one.city.empty() && one.district.empty();
    const bool other_is_of_city = !other.city.empty() && other.district.empty();
    return starts_with_number(one.stem) && ((one_is_of_city && !other.district.empty()) || (other_is_of_city && !one.district.empty()));
}

bool cities_differ(const NameKey& one, const NameKey& other)
{
    return districts_differ(one.city, other.city) && one.city != other.district && one.district != other.city;
}

/// Keeps those for which `holds`, if there are any.
template <class Holds>
void prefer(std::vector<std::size_t>& schools, Holds holds)
{
    std::vector<std::size_t> better;
    std::copy_if(schools.begin(), schools.end(), std::back_inserter(better), holds);
    if (!better.empty()) {
        schools = std::move(better);
    }
}

} // namespace

SchoolFinder::SchoolFinder(const std::vector<School>& schools)
{
    for (std::size_t s = 0; s < schools.size(); ++s) {
        by_id_.emplace(schools[s].id, s);
        for (const std::string& alias : schools[s].aliases) {
            by_alias_.emplace(alias, s);
        }
        keys_.push_back(name_key(schools[s].name));
        const std::u32string column = district_key(schools[s].district);
        district_.push_back(column.empty() ? keys_[s].district : column);
        known_districts_.insert(district_[s]);
        stages_.push_back(told_stages(schools[s]));
        add_name(s);
        if (!schools[s].name.empty()) {
            by_name_[schools[s].name].push_back(s);
        }
    }
    for (const auto& [id, s] : by_id_) {
        const auto [it, is_new] = by_id_key_.emplace(id_key(id), s);
        if (!is_new) {
            it->second.reset();
        }
    }
}

void SchoolFinder::add_name(std::size_t school)
{
    if (!keys_[school].is_empty()) {
        for (const std::u32string& way : ways_to_write(keys_[school])) {
            by_name_key_[way].push_back(school);
        }
    }
}

std::optional<SchoolMatch> SchoolFinder::by_id(const std::string& written) const
{
    if (is_in_exponent(written)) {
        return std::nullopt; // the text may be equal, the school need not be
    }
    if (const auto it = by_id_.find(written); it != by_id_.end()) {
        return SchoolMatch{it->second, MatchKind::id};
    }
    if (const auto it = by_alias_.find(written); it != by_alias_.end()) {
        return SchoolMatch{it->second, MatchKind::alias};
    }
    const std::string key = id_key(written);
    const auto it = by_id_key_.find(key);
    const bool is_one = !key.empty() && it != by_id_key_.end() && it->second;
    return is_one ? std::optional(SchoolMatch{*it->second, MatchKind::id_key}) : std::nullopt;
}

std::u32string SchoolFinder::district_of(const NameKey& name, const NameHints& hints) const
{
    // A district that no school is in is another kind of area (a street office, a code).
    return known_districts_.contains(hints.district) && !hints.district.empty() ? hints.district : name.district;
}

bool SchoolFinder::areas_differ(std::size_t school, const NameKey& name, const NameHints& hints) const
{
    return districts_differ(district_of(name, hints), district_[school]) || cities_differ(name, keys_[school]);
}

bool SchoolFinder::stages_differ(std::size_t school, const NameHints& hints) const
{
    bool shared = !has_any(hints.stages) || !has_any(stages_[school]);
    for (const Stage stage : all_stages) {
        shared = shared || (hints.stages[stage] && stages_[school][stage]);
    }
    return !shared;
}

bool SchoolFinder::fits(std::size_t school, const NameKey& name, const NameHints& hints) const
{
    return !areas_differ(school, name, hints) && !stages_differ(school, hints) && !numbered_by_others(name, keys_[school]);
}

SchoolFinder::Positions SchoolFinder::parted(Positions schools, const NameKey& name, const NameHints& hints) const
{
    std::erase_if(schools, [&](std::size_t s) { return areas_differ(s, name, hints); });
    const std::u32string district = district_of(name, hints);
    if (!district.empty()) {
        prefer(schools, [&](std::size_t s) { return district_[s] == district; });
    }
    prefer(schools, [&](std::size_t s) { return !stages_differ(s, hints); });
    return schools;
}

SchoolFinder::Positions SchoolFinder::of_name_key(const NameKey& name) const
{
    Positions found;
    for (const std::u32string& way : name.is_empty() ? std::vector<std::u32string>() : ways_to_write(name)) {
        if (const auto it = by_name_key_.find(way); it != by_name_key_.end()) {
            found.insert(found.end(), it->second.begin(), it->second.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [&](std::size_t s) {
        const std::u32string& note = keys_[s].note;
        return numbered_by_others(name, keys_[s]) || (note != name.note && !note.empty() && !name.note.empty());
    });
    prefer(found, [&](std::size_t s) { return keys_[s].note == name.note; });
    return found;
}

NameMatches SchoolFinder::by_name(const std::string& name, const NameHints& hints) const
{
    const NameKey key = name_key(name);
    if (const auto it = by_name_.find(name); it != by_name_.end()) {
        Positions exact = parted(it->second, key, hints);
        if (!exact.empty()) {
            return {std::move(exact), MatchKind::name};
        }
    }
    return {parted(of_name_key(key), key, hints), MatchKind::name_key};
}

std::optional<SchoolMatch> SchoolFinder::by_id_or_name(const std::string& written) const
{
    if (const auto match = by_id(written)) {
        return match;
    }
    const NameMatches named = by_name(written, {});
    return named.schools.size() == 1 ? std::optional(SchoolMatch{named.schools[0], named.by}) : std::nullopt;
}

} // namespace fieldgap
