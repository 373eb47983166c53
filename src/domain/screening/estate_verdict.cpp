#include "domain/screening/estate_verdict.hpp"

#include "domain/screening/ground_again.hpp"
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
    for (const Placed& placed : trial.placed_of(incoming)) {
        stage = placed.walk.school == school ? placed.stage : stage;
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

/// A trial, borrowed, with what allocating again makes of it.
struct TriedEstates
{
    TriedEstates(const VerdictContext& context, const SeatsTaken& taken, const Trial& of_estates)
        : trial(of_estates), again(context.reallocation, taken, of_estates)
    {
    }

    const Trial& trial;
    GroundAgain again;
};

/// Whether the ground of these schools is enough in this use.
bool is_enough(const VerdictContext& context, TriedEstates& tried, std::span<const SchoolIndex> schools, GroundUse ground)
{
    const Trial& trial = tried.trial;
    if (ground == GroundUse::as_allocated) {
        return std::none_of(schools.begin(), schools.end(), [&](SchoolIndex school) {
            const Breach* breach = trial.breach_of(school);
            return breach != nullptr && (breach->by || !is_at_best(trial.admission));
        });
    }
    return may_be_mended(context, trial, schools) && tried.again.can_absorb(schools);
}

bool passes(const VerdictContext& context, TriedEstates& tried, std::size_t incoming, GroundUse ground)
{
    return is_empty(tried.trial.without[incoming]) && is_enough(context, tried, tried.trial.receiving(incoming), ground);
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
Reasons conditions(const VerdictContext& context, TriedEstates& tried, std::size_t incoming, GroundUse ground)
{
    Reasons reasons;
    for (const Placed& placed : tried.trial.placed_of(incoming)) {
        const SchoolStanding& school = context.schools[index(placed.walk.school)];
        if (school.is_planned) {
            reasons.push_back({ReasonCode::planned_school,
                               placed.stage,
                               id_of(context, placed.walk.school),
                               {},
                               placed.pupils.pupils(),
                               school.open_year});
        }
    }
    if (ground == GroundUse::allocated_again) {
        const Reasons& more = tried.again.what_more(tried.trial.receiving(incoming));
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

/// What is asked of all the estates at once. Borrows the estates and what is taken.
class Question
{
public:
    Question(const VerdictContext& context, std::span<const IncomingEstate> incoming, const PerAdmission<SeatsTaken>& taken)
        : context_(context), incoming_(incoming), taken_(taken)
    {
        look_at(Admission::open);
        look_at(Admission::planned);
    }

    Judgement judgement(std::size_t estate)
    {
        for (const GroundUse ground : {GroundUse::as_allocated, GroundUse::allocated_again}) {
            for (const Admission admission : {Admission::open, Admission::planned}) {
                if (passes(admission, estate, ground)) {
                    const bool is_first = ground == GroundUse::as_allocated && admission == Admission::open;
                    return is_first ? Judgement{Verdict::pass, {}, admission}
                                    : Judgement{Verdict::conditional, conditions(context_, *tried_[admission], estate, ground), admission};
                }
            }
        }
        const SeatsTaken& taken = taken_[Admission::open];
        Judgement judgement{Verdict::fail, obstacles(context_, incoming_[estate], *trials_[Admission::open], taken, estate)};
        if (could_pass(estate)) {
            judgement.verdict = Verdict::unknown;
            const Reasons more = unknowns(context_, incoming_[estate], taken);
            judgement.reasons.insert(judgement.reasons.end(), more.begin(), more.end());
        }
        return judgement;
    }

    /// Nothing may be asked after it.
    PerAdmission<std::optional<Trial>> trials() && { return std::move(trials_); }

private:
    void look_at(Admission admission)
    {
        if (!counts_planned(admission) || reaches_planned(context_, incoming_, admission)) {
            trials_[admission] = tried(context_, incoming_, taken_[admission], admission);
            tried_[admission].emplace(context_, taken_[admission], *trials_[admission]);
        }
    }

    bool passes(Admission admission, std::size_t estate, GroundUse ground)
    {
        return tried_[admission] && fieldgap::passes(context_, *tried_[admission], estate, ground);
    }

    /// With everything unknown at its best.
    bool could_pass(std::size_t estate)
    {
        if (!trials_[Admission::open_at_best]) {
            look_at(Admission::open_at_best);
            look_at(Admission::planned_at_best);
        }
        for (const Admission admission : {Admission::open_at_best, Admission::planned_at_best}) {
            for (const GroundUse ground : {GroundUse::as_allocated, GroundUse::allocated_again}) {
                if (passes(admission, estate, ground)) {
                    return true;
                }
            }
        }
        return false;
    }

    const VerdictContext& context_;
    std::span<const IncomingEstate> incoming_;
    const PerAdmission<SeatsTaken>& taken_;
    PerAdmission<std::optional<Trial>> trials_;
    PerAdmission<std::optional<TriedEstates>> tried_; ///< of those trials
};

} // namespace

JointJudgement verdicts_of(const VerdictContext& context, std::span<const IncomingEstate> incoming, const PerAdmission<SeatsTaken>& taken)
{
    Question question(context, incoming, taken);
    JointJudgement result;
    for (std::size_t e = 0; e < incoming.size(); ++e) {
        gis::throw_if_interrupted();
        result.of_estate.push_back(question.judgement(e));
    }
    result.trials = std::move(question).trials();
    return result;
}

bool fits(const VerdictContext& context, const IncomingEstate& incoming, const PerAdmission<SeatsTaken>& taken, Way way, LoadCount count)
{
    const Trial trial = tried(context, {&incoming, 1}, taken[way.admission], way.admission, count);
    TriedEstates one(context, taken[way.admission], trial);
    return passes(context, one, 0, GroundUse::as_allocated) ||
           (way.ground == GroundUse::allocated_again && passes(context, one, 0, way.ground));
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
    TriedEstates one(context, taken[way.admission], trial);
    for (const Breach& breach : trial.breaches) {
        if (way.ground == GroundUse::as_allocated || !is_enough(context, one, {&breach.school, 1}, way.ground)) {
            return Binding{id_of(context, breach.school), stage_received(trial, breach.school, 0), BindingKind::standard};
        }
    }
    return std::nullopt;
}

} // namespace fieldgap
