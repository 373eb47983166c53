#include "layers/osm/osm_schools.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/osm/osm_school_tags.hpp"
#include "layers/text/school_type.hpp"

namespace fieldgap {
namespace {

/// Schools in the making: polygons first, then the nodes that stand for them.
class SchoolList
{
public:
    SchoolList(const gis::CityPlane& plane, Findings& findings) : plane_(plane), findings_(findings) {}

    /// Ways and relations.
    void add_site(const gis::OsmFeature& feature, const osm::SchoolSign& sign)
    {
        osm::Outline outline = osm::outline_of(feature, "schools", plane_);
        if (outline.finding) {
            outline.finding->rows_left_out = 0; // it is a school all the same, if it lies anywhere
            findings_.push_back(std::move(*outline.finding));
        }
        gis::MultiPolygon ground = std::move(outline.ground);
        const std::optional<gis::Point> at = ground.empty() ? osm::position_of(feature, plane_) : gis::inner_point(ground);
        add(feature, sign, at, std::move(ground));
    }

    /// A relation type=site, after all else: its members of the same name or of none are the school.
    void add_relation(const gis::OsmFeature& feature, const osm::SchoolSign& sign)
    {
        SchoolDraft draft;
        draft.school.id = feature.id();
        complete(draft, osm::name_of(feature.tags), sign);
        std::vector<gis::MultiPolygon> grounds;
        std::optional<gis::Point> at = osm::position_of(feature, plane_);
        for (const std::string& member : feature.members) {
            if (SchoolDraft* part = part_of(draft, member)) {
                at = at ? at : part->school.at;
                grounds.push_back(part->school.ground);
                take_part(*part, draft);
            }
        }
        draft.school.ground = gis::united(grounds);
        at = draft.school.ground.empty() ? at : gis::inner_point(draft.school.ground);
        if (!at) {
            findings_.push_back(osm::left_out(osm::finding_at(IssueCode::osm_nowhere, "schools", feature, plane_)));
            return;
        }
        draft.school.at = *at;
        drafts_.push_back(std::move(draft));
    }

    /// After the last site.
    void index_sites()
    {
        std::vector<gis::Box> boxes;
        for (const SchoolDraft& draft : drafts_) {
            boxes.push_back(gis::bounds(draft.school.ground));
        }
        sites_.emplace(boxes);
    }

    void add_node(const gis::OsmFeature& feature, const osm::SchoolSign& sign)
    {
        const std::optional<gis::Point> at = osm::position_of(feature, plane_);
        SchoolDraft* site = at ? site_of(osm::name_of(feature.tags), *at) : nullptr;
        if (site == nullptr) {
            add(feature, sign, at, {});
            return;
        }
        findings_.push_back(
            osm::finding_at(IssueCode::osm_node_is_school, "schools", feature, plane_, {osm::name_of(feature.tags), site->school.id}));
        site->school.aliases.push_back(feature.id());
        complete(*site, osm::name_of(feature.tags), sign);
    }

    std::vector<School> schools()
    {
        std::vector<School> list;
        for (SchoolDraft& draft : drafts_) {
            if (draft.is_part) {
                continue;
            }
            report_guess(draft);
            list.push_back(std::move(draft.school));
        }
        osm::sort_by_id(list);
        return list;
    }

private:
    struct SchoolDraft
    {
        School school;
        std::string tagged_name; ///< of the outline itself
        bool is_guess = false;
        bool is_part = false; ///< a member of a site, which is the school
    };

    void add(const gis::OsmFeature& feature, const osm::SchoolSign& sign, const std::optional<gis::Point>& at, gis::MultiPolygon ground)
    {
        if (!at) {
            findings_.push_back(osm::left_out(osm::finding_at(IssueCode::osm_nowhere, "schools", feature, plane_)));
            return;
        }
        SchoolDraft draft;
        draft.school.id = feature.id();
        draft.school.at = *at;
        draft.school.ground = std::move(ground);
        draft.tagged_name = osm::name_of(feature.tags);
        complete(draft, draft.tagged_name, sign);
        drafts_.push_back(std::move(draft));
    }

    SchoolDraft* part_of(const SchoolDraft& site, const std::string& member)
    {
        const auto found = std::find_if(drafts_.begin(), drafts_.end(),
                                        [&](const SchoolDraft& draft) { return !draft.is_part && draft.school.id == member; });
        const bool is_it =
            found != drafts_.end() && (found->school.name.empty() || site.school.name.empty() || found->school.name == site.school.name);
        return is_it ? &*found : nullptr;
    }

    void take_part(SchoolDraft& part, SchoolDraft& site)
    {
        part.is_part = true;
        const School& school = part.school;
        findings_.push_back({IssueCode::osm_member_is_school, "schools", school.id, school.at, {school.name, site.school.id}});
        site.school.aliases.push_back(school.id);
        site.school.aliases.insert(site.school.aliases.end(), school.aliases.begin(), school.aliases.end());
        complete(site, school.name, {true, school.has_stage, part.is_guess, school.stage_origin, school.kind});
    }

    /// Takes over what the school does not know yet.
    static void complete(SchoolDraft& draft, const std::string& name, const osm::SchoolSign& sign)
    {
        School& school = draft.school;
        school.name = school.name.empty() ? name : school.name;
        school.kind = school.kind == SchoolKind::regular ? sign.kind : school.kind;
        if (school.has_stage == PerStage<bool>()) {
            school.has_stage = sign.stages;
            school.stage_origin = sign.origin;
            draft.is_guess = sign.is_guess;
        }
    }

    /// The outline around `at` for which a node of this name stands: one of the same name before one without, then the smallest.
    SchoolDraft* site_of(const std::string& name, const gis::Point& at)
    {
        SchoolDraft* best = nullptr;
        for (const std::uint32_t i : sites_->meeting({at.x, at.y, at.x, at.y})) {
            SchoolDraft& site = drafts_[i];
            const bool may_be_same = name.empty() || site.tagged_name.empty() || name == site.tagged_name;
            if (may_be_same && gis::contains(site.school.ground, at) && (best == nullptr || is_better(site, *best, name))) {
                best = &site;
            }
        }
        return best;
    }

    static bool is_better(const SchoolDraft& site, const SchoolDraft& than, const std::string& name)
    {
        const bool same = site.tagged_name == name;
        const bool than_same = than.tagged_name == name;
        return same != than_same ? same : gis::area(site.school.ground) < gis::area(than.school.ground);
    }

    void report_guess(const SchoolDraft& draft)
    {
        const School& school = draft.school;
        if (draft.is_guess && school.kind == SchoolKind::regular) {
            findings_.push_back(
                {IssueCode::osm_stage_guessed, "schools", school.id, school.at, {stages_in_words(school.has_stage), school.name}});
        }
    }

    const gis::CityPlane& plane_;
    Findings& findings_;
    std::vector<SchoolDraft> drafts_;
    std::optional<gis::BoxIndex> sites_;
};

struct SchoolFeature
{
    const gis::OsmFeature* feature;
    osm::SchoolSign sign;
};

/// Those of grades 1 to 12; the others are reported.
std::vector<SchoolFeature> school_features(OsmFeatures features, const gis::CityPlane& plane, Findings& findings)
{
    std::vector<SchoolFeature> schools;
    for (const gis::OsmFeature& feature : features) {
        if (!osm::is_school(feature)) {
            continue;
        }
        const osm::SchoolSign sign = osm::sign_of_school(feature.tags);
        if (sign.is_school) {
            schools.push_back({&feature, sign});
        } else {
            findings.push_back(
                osm::left_out(osm::finding_at(IssueCode::osm_no_such_school, "schools", feature, plane, {osm::name_of(feature.tags)})));
        }
    }
    return schools;
}

} // namespace

std::vector<gis::Point> osm_school_positions(OsmFeatures features)
{
    std::vector<gis::Point> positions;
    for (const gis::OsmFeature& feature : features) {
        if (!osm::is_school(feature) || !osm::sign_of_school(feature.tags).is_school) {
            continue;
        }
        const gis::Box box = gis::bounds(feature.geometry);
        const gis::Point at = box.is_empty() ? feature.near : gis::middle_of(box);
        if (std::isfinite(at.x) && std::isfinite(at.y) && (!box.is_empty() || at != gis::Point())) {
            positions.push_back(at);
        }
    }
    return positions;
}

std::vector<School> schools_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings)
{
    const std::vector<SchoolFeature> schools = school_features(features, plane, findings);
    SchoolList list(plane, findings);
    for (const SchoolFeature& school : schools) {
        if (school.feature->kind != gis::OsmKind::node && !osm::is_site_of_members(*school.feature)) {
            list.add_site(*school.feature, school.sign);
        }
    }
    list.index_sites();
    for (const SchoolFeature& school : schools) {
        if (school.feature->kind == gis::OsmKind::node) {
            list.add_node(*school.feature, school.sign);
        }
    }
    for (const SchoolFeature& school : schools) {
        if (osm::is_site_of_members(*school.feature)) {
            list.add_relation(*school.feature, school.sign);
        }
    }
    return list.schools();
}

} // namespace fieldgap
