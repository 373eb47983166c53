#include "domain/compare/replaced_parts.hpp"

#include "domain/compare/net_change.hpp"
#include "domain/compare/school_inputs.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

bool is_of_standard(const std::string& key)
{
    return key.starts_with("standards.");
}

bool is_of_config(const std::string& key)
{
    return key.starts_with("limits.") || key.starts_with("walk.") || key.starts_with("channels.") || key.starts_with("allocation.");
}

auto key_of(const Lease& lease)
{
    return std::tuple(lease.school, lease.venue, lease.number, lease.m2);
}

bool are_same(const std::vector<Lease>& some, const std::vector<Lease>& others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const Lease& a, const Lease& b) { return key_of(a) == key_of(b); });
}

/// With nodes in place of schools. Those that have lapsed are not among them, so that the others need no day.
std::vector<Lease> leases_of_old(const ComparedResult& before, const SchoolNodes& nodes)
{
    std::vector<Lease> leases = before.leases;
    for (Lease& lease : leases) {
        lease.school = SchoolIndex(nodes.of_old(static_cast<std::uint32_t>(index(lease.school))));
        lease.until.reset();
    }
    return leases;
}

/// Those of venues that the old result has.
std::vector<Lease> leases_of_new(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    std::vector<Lease> leases;
    const std::vector<std::uint32_t> old_place = old_positions_of_venues(before, after);
    for (Lease lease : after.leases) {
        if (old_place[lease.venue] != no_node) {
            lease.school = SchoolIndex(nodes.of_new(static_cast<std::uint32_t>(index(lease.school))));
            lease.venue = old_place[lease.venue];
            lease.until.reset();
            leases.push_back(std::move(lease));
        }
    }
    return leases;
}

} // namespace

ReplacedParts::ReplacedParts(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
    : before_(before), after_(after), nodes_(nodes), rent_(rent_course(before, after, nodes)), share_(share_course(before, after, nodes)),
      last_(last_inputs(before, after, nodes)), new_leases_(leases_of_new(before, after, nodes))
{
    inputs_.settings = before.settings;
    inputs_.schools = first_inputs(before, after, nodes);
    inputs_.leases = leases_of_old(before, nodes);
    inputs_.rent = &rent_.before;
    inputs_.share = &share_.with_old_partners.before;
}

bool ReplacedParts::replace(Cause part)
{
    switch (part) {
    case Cause::standard: return replace_standard();
    case Cause::config: return replace_config();
    case Cause::pupils: return replace_pupils();
    case Cause::outdoor: return replace_drawn(FieldKind::outdoor);
    case Cause::indoor: return replace_drawn(FieldKind::indoor);
    case Cause::special: return replace_drawn(FieldKind::special);
    case Cause::official: return replace_official();
    case Cause::merger: return merge();
    case Cause::walk: return replace_walks();
    case Cause::leases: return replace_leases();
    case Cause::sharing: return replace_partners();
    case Cause::allocation: return false;
    }
    return false;
}

bool ReplacedParts::differs_in(bool (*is_of)(const std::string& key)) const
{
    const auto differs = [is_of](const auto& some, const auto& others) {
        return std::any_of(some.begin(), some.end(), [&](const auto& setting) {
            const auto other = others.find(setting.first);
            return is_of(setting.first) && (other == others.end() || other->second != setting.second);
        });
    };
    return differs(before_.config, after_.config) || differs(after_.config, before_.config);
}

bool ReplacedParts::replace_standard()
{
    bool differs = differs_in(is_of_standard);
    inputs_.settings.standard = after_.settings.standard;
    for (const SchoolGroup& group : nodes_.groups()) {
        if (group.is_simple()) {
            SchoolInputs& now = inputs_.schools[node_of(group)];
            const SchoolInputs& last = last_[node_of(group)];
            differs = differs || now.is_dense != last.is_dense || now.needs_nothing != last.needs_nothing;
            now.is_dense = last.is_dense;
            now.needs_nothing = last.needs_nothing;
        }
    }
    return differs;
}

bool ReplacedParts::replace_config()
{
    inputs_.settings = after_.settings; // the standard is replaced already
    return differs_in(is_of_config);
}

bool ReplacedParts::replace_pupils()
{
    bool differs = false;
    for (const SchoolGroup& group : nodes_.groups()) {
        if (group.is_simple()) {
            SchoolInputs& now = inputs_.schools[node_of(group)];
            const SchoolInputs& last = last_[node_of(group)];
            differs = differs || now.pupils_known != last.pupils_known || now.pupils != last.pupils;
            now.pupils_known = last.pupils_known;
            now.pupils = last.pupils;
        } else if (has_known(group, &SchoolInputs::pupils_known)) {
            for (const Stage stage : all_stages) {
                const auto get = [stage](const SchoolInputs& school) { return school.pupils[stage]; };
                const auto set = [stage](SchoolInputs& school, std::int64_t pupils) { school.pupils[stage] = pupils; };
                differs = add_net_change(group, {get, set}) || differs;
            }
        }
    }
    return differs;
}

bool ReplacedParts::replace_drawn(FieldKind kind)
{
    bool differs = false;
    for (const SchoolGroup& group : nodes_.groups()) {
        differs = (!is_official(group, kind) && replace_kind(group, kind)) || differs;
    }
    return differs;
}

/// What rounding leaves is replaced with the last figures.
bool ReplacedParts::replace_official()
{
    bool differs = false;
    for (const SchoolGroup& group : nodes_.groups()) {
        for (const FieldKind kind : all_field_kinds) {
            differs = (is_official(group, kind) && replace_kind(group, kind)) || differs;
        }
        if (group.is_simple()) {
            SchoolInputs& now = inputs_.schools[node_of(group)];
            const SchoolInputs& last = last_[node_of(group)];
            differs = differs || now.rounding != last.rounding || now.ground_known != last.ground_known;
            now.rounding = last.rounding;
            now.ground_known = last.ground_known;
        }
    }
    return differs;
}

bool ReplacedParts::replace_kind(const SchoolGroup& group, FieldKind kind)
{
    const auto position = static_cast<std::size_t>(kind);
    if (group.is_simple()) {
        SchoolInputs& now = inputs_.schools[node_of(group)];
        const SchoolInputs& last = last_[node_of(group)];
        if (now.ground[position] == last.ground[position]) {
            return false;
        }
        now.ground[position] = last.ground[position];
        now.rounding = last.rounding;
        now.ground_known = last.ground_known;
        return true;
    }
    if (!has_known(group, &SchoolInputs::ground_known)) {
        return false;
    }
    const auto get = [position](const SchoolInputs& school) { return school.ground[position].hundredths(); };
    const auto set = [position](SchoolInputs& school, std::int64_t m2) { school.ground[position] = ExactArea::hundredths(m2); };
    return add_net_change(group, {get, set});
}

bool ReplacedParts::add_net_change(const SchoolGroup& group, const Amount& amount)
{
    std::vector<std::uint32_t> olds = {nodes_.of_old(nodes_.survivor(group))};
    for (const std::uint32_t school : group.olds) {
        if (nodes_.of_old(school) != olds.front()) {
            olds.push_back(nodes_.of_old(school));
        }
    }
    std::vector<std::int64_t> amounts;
    std::int64_t change = 0;
    for (const std::uint32_t node : olds) {
        amounts.push_back(amount.get(inputs_.schools[node]));
        change -= amounts.back();
    }
    for (const std::uint32_t school : group.news) {
        change += amount.get(last_[nodes_.of_new(school)]);
    }
    amounts = with_net_change(std::move(amounts), change);
    for (std::size_t i = 0; i < olds.size(); ++i) {
        amount.set(inputs_.schools[olds[i]], amounts[i]);
    }
    return change != 0;
}

/// The old schools stay where they are as partners, until those are replaced.
bool ReplacedParts::merge()
{
    bool differs = false;
    for (std::size_t n = 0; n < inputs_.schools.size(); ++n) {
        if (!nodes_.groups()[nodes_.nodes()[n].group].is_simple()) {
            const ExactArea surplus = inputs_.schools[n].surplus;
            inputs_.schools[n] = last_[n];
            inputs_.schools[n].surplus = surplus;
            differs = true;
        }
    }
    for (Lease& lease : inputs_.leases) {
        if (const auto old_school = nodes_.nodes()[index(lease.school)].old_school) {
            lease.school = SchoolIndex(nodes_.going_on(*old_school));
        }
    }
    inputs_.rent = &rent_.after_merger;
    inputs_.share = &share_.with_old_partners.after_merger;
    return differs;
}

bool ReplacedParts::replace_walks()
{
    inputs_.rent = &rent_.after_walk;
    inputs_.share = &share_.with_old_partners.after_walk;
    return rent_.after_walk != rent_.after_merger || share_.with_old_partners.after_walk != share_.with_old_partners.after_merger;
}

bool ReplacedParts::replace_leases()
{
    const bool differs = !are_same(inputs_.leases, new_leases_);
    inputs_.leases = new_leases_;
    return differs;
}

bool ReplacedParts::replace_partners()
{
    bool differs = *inputs_.share != share_.with_new_partners;
    for (std::size_t n = 0; n < inputs_.schools.size(); ++n) {
        differs = differs || inputs_.schools[n].surplus != last_[n].surplus;
        inputs_.schools[n].surplus = last_[n].surplus;
    }
    inputs_.share = &share_.with_new_partners;
    return differs;
}

bool ReplacedParts::is_official(const SchoolGroup& group, FieldKind kind) const
{
    const auto has_figure = [kind](const std::vector<std::uint32_t>& some, const std::vector<ComparedSchool>& schools) {
        return std::any_of(some.begin(), some.end(), [&](std::uint32_t school) { return schools[school].of(kind).is_official; });
    };
    return has_figure(group.olds, before_.schools) || has_figure(group.news, after_.schools);
}

bool ReplacedParts::has_known(const SchoolGroup& group, bool SchoolInputs::*is_known) const
{
    return std::all_of(group.olds.begin(), group.olds.end(),
                       [&](std::uint32_t school) { return inputs_.schools[nodes_.of_old(school)].*is_known; }) &&
           std::all_of(group.news.begin(), group.news.end(), [&](std::uint32_t school) { return last_[nodes_.of_new(school)].*is_known; });
}

std::uint32_t ReplacedParts::node_of(const SchoolGroup& simple) const
{
    return simple.olds.empty() ? nodes_.of_new(simple.news.front()) : nodes_.of_old(simple.olds.front());
}

} // namespace fieldgap
