#include "domain/screening/estate_verdict.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

const std::string& id_of(const VerdictContext& context, SchoolIndex school)
{
    return context.city.schools[index(school)].id;
}

/// The last stage in which the estate has pupils there.
Stage stage_received(const Trial& trial, SchoolIndex school, std::size_t incoming)
{
    Stage stage = Stage::primary;
    for (const Placed& placed : trial.placed) {
        stage = placed.incoming == incoming && placed.walk.school == school ? placed.stage : stage;
    }
    return stage;
}

/// Whether ground that falls behind can be mended by allocating again: never that of planned schools, or what nobody knows.
bool may_be_mended(const VerdictContext& context, const Trial& trial, std::span<const SchoolIndex> schools)
{
    return std::none_of(schools.begin(), schools.end(), [&](SchoolIndex school) {
        const Breach* breach = trial.breach_of(school);
        return breach != nullptr &&
               ((!breach->by && !is_at_best(trial.admission)) || (breach->by && context.schools[index(school)].is_planned));
    });
}

/// Whether the ground of these schools is enough in this use.
bool is_enough(const VerdictContext& context, const Trial& trial, const PerAdmission<SeatsTaken>& taken,
               std::span<const SchoolIndex> schools, GroundUse ground)
{
    if (ground == GroundUse::as_allocated) {
        return std::none_of(schools.begin(), schools.end(), [&](SchoolIndex school) {
            const Breach* breach = trial.breach_of(school);
            return breach != nullptr && (breach->by || !is_at_best(trial.admission));
        });
    }
    const Reallocation& again = context.reallocation;
    const SeatsTaken& before = taken[trial.admission];
    return may_be_mended(context, trial, schools) && again.can_absorb(again.neighbourhood(schools), before.load, loads_with(before, trial));
}

bool passes(const VerdictContext& context, const Trial& trial, const PerAdmission<SeatsTaken>& taken, std::size_t incoming,
            GroundUse ground)
{
    return is_empty(trial.without[incoming]) && is_enough(context, trial, taken, trial.receiving(incoming), ground);
}

/// What is not known about the schools in reach of an estate.
Reasons unknowns(const VerdictContext& context, const IncomingEstate& incoming, const SeatsTaken& taken)
{
    Reasons reasons;
    for (const EstateWalk& walk : incoming.ways()) {
        const SchoolStanding& school = context.schools[index(walk.school)];
        const std::string& id = id_of(context, walk.school);
        bool goes_there = false;
        for (const Stage stage : compulsory_stages) {
            if (incoming.has_pupils(stage) && may_go(context, incoming, walk, stage, Admission::planned_at_best)) {
                goes_there = true;
                if (!school.seats.free[stage]) {
                    reasons.push_back({ReasonCode::seats_unknown, stage, id});
                }
            }
        }
        if (goes_there && !gap_with(school, incoming.pupils, context.settings.standard)) {
            reasons.push_back({ReasonCode::ground_unknown, {}, id});
        }
    }
    for (const UnclearSeats& unclear : taken.unclear) {
        const auto ways = incoming.ways();
        if (incoming.has_pupils(unclear.stage) &&
            std::any_of(ways.begin(), ways.end(), [&](const EstateWalk& walk) { return walk.school == unclear.school; })) {
            reasons.push_back({ReasonCode::estate_ahead_unknown, unclear.stage, id_of(context, unclear.school), unclear.estate_id});
        }
    }
    if (!incoming.first_year) {
        reasons.push_back({ReasonCode::first_year_unknown});
    }
    return reasons;
}

/// Why not all of a stage are seated: no school in the limit at all, or no seats.
Reason shortage(const VerdictContext& context, const IncomingEstate& incoming, Stage stage, ExactPupils without, const SeatsTaken& taken,
                Admission admission)
{
    const EstateWalk* last = nullptr;
    const EstateWalk* nearest = nullptr;
    for (const EstateWalk& walk : incoming.ways()) {
        if (may_go(context, incoming, walk, stage, admission)) {
            const bool has_seats = seats_left(context, walk.school, stage, taken, admission) > ExactPupils();
            nearest = nearest == nullptr || walk.walk_m < nearest->walk_m ? &walk : nearest;
            last = has_seats && (last == nullptr || walk.walk_m > last->walk_m) ? &walk : last;
        }
    }
    if (nearest != nullptr) {
        const EstateWalk& named = last != nullptr ? *last : *nearest;
        return {ReasonCode::seats_short, stage, id_of(context, named.school), {}, without.pupils()};
    }
    Reason reason{ReasonCode::no_school_in_walk, stage};
    if (const auto& beyond = incoming.walks->nearest[incoming.position][stage]) {
        reason.school_id = id_of(context, beyond->school);
        reason.amount = beyond->walk_m;
    }
    return reason;
}

bool reaches_planned(const VerdictContext& context, std::span<const IncomingEstate> incoming, Admission admission)
{
    return std::any_of(incoming.begin(), incoming.end(), [&](const IncomingEstate& one) {
        const auto ways = one.ways();
        return std::any_of(ways.begin(), ways.end(), [&](const EstateWalk& walk) {
            return context.schools[index(walk.school)].is_planned &&
                   std::any_of(compulsory_stages.begin(), compulsory_stages.end(),
                               [&](Stage stage) { return may_go(context, one, walk, stage, admission); });
        });
    });
}

/// Planned schools on which the estate counts, and what its other schools are given more.
Reasons conditions(const VerdictContext& context, const Trial& trial, const SeatsTaken& taken, std::size_t incoming, GroundUse ground)
{
    Reasons reasons;
    for (const Placed& placed : trial.placed) {
        const SchoolStanding& school = context.schools[index(placed.walk.school)];
        if (placed.incoming == incoming && school.is_planned) {
            reasons.push_back({ReasonCode::planned_school,
                               placed.stage,
                               id_of(context, placed.walk.school),
                               {},
                               placed.pupils.pupils(),
                               school.open_year});
        }
    }
    if (ground == GroundUse::allocated_again) {
        const Reallocation& again = context.reallocation;
        const auto members = again.neighbourhood(trial.receiving(incoming));
        // What the estates that come first need is theirs: the city is allocated for them before.
        const Allocation before = again.allotted(members, again.assessments(members, taken.load));
        const Allocation after = again.allotted(members, again.assessments(members, loads_with(taken, trial)));
        const Reasons more = again.what_more(members, before, after);
        reasons.insert(reasons.end(), more.begin(), more.end());
    }
    return reasons;
}

/// Why the estate does not pass at open schools.
Reasons obstacles(const VerdictContext& context, const IncomingEstate& estate, const Trial& open, const SeatsTaken& taken,
                  std::size_t incoming)
{
    Reasons reasons;
    for (const Stage stage : compulsory_stages) {
        if (open.without[incoming][stage] > ExactPupils()) {
            reasons.push_back(shortage(context, estate, stage, open.without[incoming][stage], taken, open.admission));
        }
    }
    for (const SchoolIndex school : open.receiving(incoming)) {
        if (const Breach* breach = open.breach_of(school); breach != nullptr && breach->by) {
            reasons.push_back(
                {ReasonCode::gap_grows, stage_received(open, school, incoming), id_of(context, school), {}, breach->by->square_metres()});
        }
    }
    return reasons;
}

/// What is asked of all the estates at once; borrowed.
struct Question
{
    const VerdictContext& context;
    std::span<const IncomingEstate> incoming;
    const PerAdmission<SeatsTaken>& taken;

    std::optional<Trial> trial(Admission admission) const
    {
        return counts_planned(admission) && !reaches_planned(context, incoming, admission)
                   ? std::nullopt
                   : std::optional(tried(context, incoming, taken[admission], admission));
    }

    bool passes(const std::optional<Trial>& trial, std::size_t estate, GroundUse ground) const
    {
        return trial && fieldgap::passes(context, *trial, taken, estate, ground);
    }
};

/// With everything unknown at its best.
bool could_pass(const Question& question, std::size_t estate, PerAdmission<std::optional<Trial>>& trials)
{
    if (!trials[Admission::open_at_best]) {
        trials[Admission::open_at_best] = question.trial(Admission::open_at_best);
        trials[Admission::planned_at_best] = question.trial(Admission::planned_at_best);
    }
    for (const Admission admission : {Admission::open_at_best, Admission::planned_at_best}) {
        for (const GroundUse ground : {GroundUse::as_allocated, GroundUse::allocated_again}) {
            if (question.passes(trials[admission], estate, ground)) {
                return true;
            }
        }
    }
    return false;
}

Judgement judged(const Question& question, std::size_t estate, PerAdmission<std::optional<Trial>>& trials)
{
    for (const GroundUse ground : {GroundUse::as_allocated, GroundUse::allocated_again}) {
        for (const Admission admission : {Admission::open, Admission::planned}) {
            if (question.passes(trials[admission], estate, ground)) {
                const bool is_first = ground == GroundUse::as_allocated && admission == Admission::open;
                return is_first ? Judgement{Verdict::pass, {}, admission}
                                : Judgement{Verdict::conditional,
                                            conditions(question.context, *trials[admission], question.taken[admission], estate, ground),
                                            admission};
            }
        }
    }
    const SeatsTaken& taken = question.taken[Admission::open];
    const IncomingEstate& incoming = question.incoming[estate];
    Judgement judgement{Verdict::fail, obstacles(question.context, incoming, *trials[Admission::open], taken, estate)};
    if (could_pass(question, estate, trials)) {
        judgement.verdict = Verdict::unknown;
        const Reasons more = unknowns(question.context, incoming, taken);
        judgement.reasons.insert(judgement.reasons.end(), more.begin(), more.end());
    }
    return judgement;
}

} // namespace

JointJudgement verdicts_of(const VerdictContext& context, std::span<const IncomingEstate> incoming, const PerAdmission<SeatsTaken>& taken)
{
    const Question question{context, incoming, taken};
    JointJudgement result;
    result.trials[Admission::open] = question.trial(Admission::open);
    result.trials[Admission::planned] = question.trial(Admission::planned);
    for (std::size_t e = 0; e < incoming.size(); ++e) {
        gis::throw_if_interrupted();
        result.of_estate.push_back(judged(question, e, result.trials));
    }
    return result;
}

bool fits(const VerdictContext& context, const IncomingEstate& incoming, const PerAdmission<SeatsTaken>& taken, Way way, LoadCount count)
{
    const Trial trial = tried(context, {&incoming, 1}, taken[way.admission], way.admission, count);
    return passes(context, trial, taken, 0, GroundUse::as_allocated) ||
           (way.ground == GroundUse::allocated_again && passes(context, trial, taken, 0, way.ground));
}

std::optional<Binding> binding_of(const VerdictContext& context, const IncomingEstate& incoming, const PerAdmission<SeatsTaken>& taken,
                                  Way way)
{
    const Trial trial = tried(context, {&incoming, 1}, taken[way.admission], way.admission);
    for (const Stage stage : compulsory_stages) {
        const ExactPupils without = trial.without.front()[stage];
        if (without > ExactPupils()) {
            const Reason reason = shortage(context, incoming, stage, without, taken[way.admission], way.admission);
            const bool any_in_limit = reason.code == ReasonCode::seats_short;
            return Binding{reason.school_id, stage, any_in_limit ? BindingKind::seats : BindingKind::walk};
        }
    }
    for (const Breach& breach : trial.breaches) {
        if (way.ground == GroundUse::as_allocated || !is_enough(context, trial, taken, {&breach.school, 1}, way.ground)) {
            return Binding{id_of(context, breach.school), stage_received(trial, breach.school, 0), BindingKind::standard};
        }
    }
    return std::nullopt;
}

} // namespace fieldgap
