#include "layers/osm/osm_school_tags.hpp"

#include "layers/osm/osm_tags.hpp"
#include "layers/text/school_vocabulary.hpp"

#include <array>
#include <charconv>

namespace fieldgap::osm {
namespace {

struct Span
{
    int first = 0;
    int last = 0;
};

constexpr PerStage<Span> isced_levels = {{{{1, 1}, {2, 2}, {3, 3}}}};
constexpr PerStage<Span> grades = {{{{1, 6}, {7, 9}, {10, 12}}}};

/// The number at the start of `text`, taken off it; kindergarten (`K`, `PK`) counts as 0.
std::optional<int> taken_number(std::string_view& text)
{
    const std::size_t at = text.find_first_of("0123456789kK");
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    int number = 0;
    const std::from_chars_result end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec == std::errc::result_out_of_range) {
        return std::nullopt;
    }
    text.remove_prefix(end.ec == std::errc() ? static_cast<std::size_t>(end.ptr - text.data()) : 1);
    return number;
}

/// `3`, `1-3`, `K-5`.
std::optional<Span> span_of(std::string_view text)
{
    const std::optional<int> first = taken_number(text);
    if (!first) {
        return std::nullopt;
    }
    const int last = taken_number(text).value_or(*first);
    return Span{std::min(*first, last), std::max(*first, last)};
}

/// Nothing where no part of the list can be read; no stage where all levels lie outside grades 1 to 12.
std::optional<PerStage<bool>> stages_of_levels(std::string_view list, const PerStage<Span>& levels)
{
    std::optional<PerStage<bool>> stages;
    for (const std::string_view value : values_of(list)) {
        if (const std::optional<Span> span = span_of(value)) {
            stages = stages.value_or(PerStage<bool>());
            for (const Stage stage : all_stages) {
                (*stages)[stage] = (*stages)[stage] || (span->first <= levels[stage].last && span->last >= levels[stage].first);
            }
        }
    }
    return stages;
}

struct SchoolValue
{
    std::string_view value;
    PerStage<bool> stages;
    SchoolKind kind = SchoolKind::regular;
    bool is_school = true;
};

/// Values of `school=*` in use.
constexpr std::array school_values = {
    SchoolValue{"primary", {{true, false, false}}},
    SchoolValue{"elementary", {{true, false, false}}},
    SchoolValue{"junior", {{false, true, false}}},
    SchoolValue{"junior_high", {{false, true, false}}},
    SchoolValue{"middle", {{false, true, false}}},
    SchoolValue{"lower_secondary", {{false, true, false}}},
    SchoolValue{"secondary", {{false, true, true}}},
    SchoolValue{"high", {{false, false, true}}},
    SchoolValue{"senior_high", {{false, false, true}}},
    SchoolValue{"upper_secondary", {{false, false, true}}},
    SchoolValue{"special", {}, SchoolKind::special},
    SchoolValue{"special_needs", {}, SchoolKind::special},
    SchoolValue{"special_education", {}, SchoolKind::special},
    SchoolValue{"special_education_needs", {}, SchoolKind::special},
    SchoolValue{"vocational", {}, SchoolKind::vocational},
    SchoolValue{"professional", {}, SchoolKind::vocational},
    SchoolValue{"technical", {}, SchoolKind::vocational},
    SchoolValue{"kindergarten", {}, SchoolKind::regular, false},
    SchoolValue{"preschool", {}, SchoolKind::regular, false},
    SchoolValue{"driving_school", {}, SchoolKind::regular, false},
};

/// What `school=*` says; `is_school` where it says nothing.
SchoolSign sign_of_value(std::string_view list)
{
    SchoolSign sign;
    for (const std::string_view value : values_of(list)) {
        for (const SchoolValue& known : school_values) {
            if (known.value == value) {
                for (const Stage stage : all_stages) {
                    sign.stages[stage] = sign.stages[stage] || known.stages[stage];
                }
                sign.kind = known.kind == SchoolKind::regular ? sign.kind : known.kind;
                sign.is_school = sign.is_school && known.is_school;
            }
        }
    }
    sign.is_school = sign.is_school || sign.has_stage();
    return sign;
}

std::optional<PerStage<bool>> stages_of_tags(const gis::OsmTags& tags)
{
    const std::optional<PerStage<bool>> by_level = stages_of_levels(tags["isced:level"], isced_levels);
    return by_level ? by_level : stages_of_levels(tags["grades"], grades);
}

} // namespace

bool is_site_of_members(const gis::OsmFeature& feature)
{
    return feature.kind == gis::OsmKind::relation && feature.tags["type"] == "site";
}

bool is_school(const gis::OsmFeature& feature)
{
    return feature.tags["amenity"] == "school" || (is_site_of_members(feature) && feature.tags["site"] == "school");
}

bool is_education_ground(const gis::OsmFeature& feature)
{
    return feature.kind != gis::OsmKind::node && feature.tags["landuse"] == "education" && !feature.tags.has("amenity");
}

SchoolSign sign_of_school(const gis::OsmTags& tags)
{
    const NameSign by_name = sign_of_name(name_of(tags));
    SchoolSign sign = sign_of_value(tags["school"]);
    sign.kind = sign.kind == SchoolKind::regular ? by_name.kind : sign.kind;
    if (const std::optional<PerStage<bool>> by_number = stages_of_tags(tags)) {
        sign.stages = *by_number;
        sign.is_school = sign.has_stage() || sign.kind != SchoolKind::regular;
    } else if (sign.is_school && !sign.has_stage()) {
        sign.stages = by_name.stages;
        sign.is_guess = by_name.is_guess;
        sign.origin = by_name.or_senior ? StageOrigin::guessed_or_more : StageOrigin::guessed;
        sign.is_school = !by_name.is_no_school;
    }
    return sign;
}

} // namespace fieldgap::osm
