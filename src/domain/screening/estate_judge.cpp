#include "domain/screening/estate_judge.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// One way to seat the comers, with what it does to the schools' ground.
struct State
{
    Admission admission;
    Trial trial;
    std::vector<Breach> breaches; ///< by school
};

State state_of(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken, Admission admission,
               bool lower_bound = false)
{
    State state{admission, tried(all_incoming, taken.of(admission), admission, ground.schools, ground.settings.estates), {}};
    state.breaches = breaches(state.trial, taken.of(admission), ground.schools, ground.settings.standard, lower_bound);
    return state;
}

std::vector<SchoolIndex> receiving(const Trial& trial, std::size_t incoming)
{
    std::vector<SchoolIndex> schools;
    for (const Placed& placed : trial.placed) {
        if (placed.incoming == incoming) {
            schools.push_back(placed.walk.school);
        }
    }
    std::sort(schools.begin(), schools.end());
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
    return schools;
}

/// The last stage in which the comer has pupils there.
Stage stage_received(const Trial& trial, SchoolIndex school, std::size_t incoming)
{
    Stage stage = Stage::primary;
    for (const Placed& placed : trial.placed) {
        stage = placed.incoming == incoming && placed.walk.school == school ? placed.stage : stage;
    }
    return stage;
}

const Breach* breach_of(const State& state, SchoolIndex school)
{
    const auto found = std::find_if(state.breaches.begin(), state.breaches.end(), [&](const Breach& one) { return one.school == school; });
    return found != state.breaches.end() ? &*found : nullptr;
}

/// Whether ground that falls behind can be mended by allocating again: never that of planned schools, or what nobody knows.
bool may_be_mended(const VerdictContext& ground, const State& state, std::span<const SchoolIndex> schools)
{
    return std::none_of(schools.begin(), schools.end(), [&](SchoolIndex school) {
        const Breach* breach = breach_of(state, school);
        return breach != nullptr &&
               ((!breach->by && !state.admission.optimistic) || (breach->by && ground.schools[index(school)].is_planned));
    });
}

bool stands(const State& state, std::span<const SchoolIndex> schools)
{
    return std::none_of(schools.begin(), schools.end(), [&](SchoolIndex school) {
        const Breach* breach = breach_of(state, school);
        return breach != nullptr && (breach->by || !state.admission.optimistic);
    });
}

bool can_be_mended(const VerdictContext& ground, const State& state, const TakenSeats& taken, std::span<const SchoolIndex> schools,
                   bool lower_bound = false)
{
    const SeatsTaken& before = taken.of(state.admission);
    return may_be_mended(ground, state, schools) && ground.reallocation.can_absorb(ground.reallocation.neighbourhood(schools), before.load,
                                                                                   loads_with(ground, before, state.trial, lower_bound));
}

/// What is not known about the schools in reach of a comer.
Reasons unknowns(const VerdictContext& ground, const IncomingEstate& incoming, const SeatsTaken& taken)
{
    Reasons reasons;
    for (const EstateWalk& walk : incoming.walks->of(incoming.estate)) {
        const SchoolStanding& school = ground.schools[index(walk.school)];
        const std::string& id = ground.city.schools[index(walk.school)].id;
        bool goes_there = false;
        for (const Stage stage : compulsory_stages) {
            if (incoming.pupils[stage] > ExactPupils() &&
                may_go(incoming, walk, stage, {true, true}, ground.schools, ground.settings.estates)) {
                goes_there = true;
                if (!school.seats.free[stage]) {
                    reasons.push_back({ReasonCode::seats_unknown, stage, id, {}, {}, {}});
                }
            }
        }
        if (goes_there && !gap_with(school, incoming.pupils, ground.settings.standard)) {
            reasons.push_back({ReasonCode::ground_unknown, {}, id, {}, {}, {}});
        }
    }
    for (const UnclearSeats& unclear : taken.unclear) {
        const auto walks = incoming.walks->of(incoming.estate);
        if (std::any_of(walks.begin(), walks.end(), [&](const EstateWalk& walk) {
                return walk.school == unclear.school && incoming.pupils[unclear.stage] > ExactPupils();
            })) {
            reasons.push_back({ReasonCode::estate_ahead_unknown,
                               unclear.stage,
                               ground.city.schools[index(unclear.school)].id,
                               unclear.estate_id,
                               {},
                               {}});
        }
    }
    if (!incoming.first_year) {
        reasons.push_back({ReasonCode::first_year_unknown, {}, {}, {}, {}, {}});
    }
    return reasons;
}

/// Why not all of a stage are seated: no school in the limit at all, or no seats.
Reason shortage(const VerdictContext& ground, const IncomingEstate& incoming, Stage stage, ExactPupils without, Admission admission,
                const SeatsTaken& taken)
{
    const EstateWalk* last = nullptr;
    const EstateWalk* nearest = nullptr;
    for (const EstateWalk& walk : incoming.walks->of(incoming.estate)) {
        if (may_go(incoming, walk, stage, admission, ground.schools, ground.settings.estates)) {
            const std::size_t s = index(walk.school);
            const bool has_seats =
                seats_left(ground.schools[s], stage, taken.load[s], taken.is_unclear[s], admission.optimistic) > ExactPupils();
            nearest = nearest == nullptr || walk.walk_m < nearest->walk_m ? &walk : nearest;
            last = has_seats && (last == nullptr || walk.walk_m > last->walk_m) ? &walk : last;
        }
    }
    if (nearest != nullptr) {
        const EstateWalk& named = last != nullptr ? *last : *nearest;
        return {ReasonCode::seats_short, stage, ground.city.schools[index(named.school)].id, {}, without.pupils(), {}};
    }
    Reason reason{ReasonCode::no_school_in_walk, stage, {}, {}, {}, {}};
    if (const auto& beyond = incoming.walks->nearest[incoming.estate][stage]) {
        reason.school_id = ground.city.schools[index(beyond->school)].id;
        reason.amount = beyond->walk_m;
    }
    return reason;
}

/// Judges comer by comer, in states that are made once for all of them.
class Judge
{
public:
    Judge(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken)
        : ground_(ground), comers_(all_incoming), taken_(taken), open_(state_of(ground, all_incoming, taken, {})),
          counts_on_planned_(reaches_planned(false)),
          planned_(counts_on_planned_ ? state_of(ground, all_incoming, taken, {true, false}) : open_)
    {
    }

    JointJudgement all()
    {
        JointJudgement result;
        for (std::size_t c = 0; c < comers_.size(); ++c) {
            gis::throw_if_interrupted();
            result.of_comer.push_back(one(c));
        }
        result.open = std::move(open_.trial);
        result.planned = std::move(planned_.trial);
        return result;
    }

private:
    bool reaches_planned(bool optimistic) const
    {
        return std::any_of(comers_.begin(), comers_.end(), [&](const IncomingEstate& incoming) {
            const auto walks = incoming.walks->of(incoming.estate);
            return std::any_of(walks.begin(), walks.end(), [&](const EstateWalk& walk) {
                return ground_.schools[index(walk.school)].is_planned &&
                       std::any_of(compulsory_stages.begin(), compulsory_stages.end(), [&](Stage stage) {
                           return may_go(incoming, walk, stage, {true, optimistic}, ground_.schools, ground_.settings.estates);
                       });
            });
        });
    }

    Judgement one(std::size_t c)
    {
        const auto way = [&](Verdict verdict, bool planned, bool again) {
            Judgement judgement{verdict, {}, planned, again};
            explain(c, judgement);
            return judgement;
        };
        if (is_seated(open_, c) && stands(open_, receiving(open_.trial, c))) {
            return way(Verdict::pass, false, false);
        }
        if (counts_on_planned_ && is_seated(planned_, c) && stands(planned_, receiving(planned_.trial, c))) {
            return way(Verdict::conditional, true, false);
        }
        if (mended(open_, c)) {
            return way(Verdict::conditional, false, true);
        }
        if (counts_on_planned_ && mended(planned_, c)) {
            return way(Verdict::conditional, true, true);
        }
        return way(could_do(c) ? Verdict::unknown : Verdict::fail, false, false);
    }

    static bool is_seated(const State& state, std::size_t c) { return is_empty(state.trial.without[c]); }

    bool mended(const State& state, std::size_t c) const
    {
        return is_seated(state, c) && can_be_mended(ground_, state, taken_, receiving(state.trial, c));
    }

    /// With everything unknown at its best.
    bool could_do(std::size_t c)
    {
        if (best_.empty()) {
            best_.push_back(state_of(ground_, comers_, taken_, {false, true}));
            if (reaches_planned(true)) {
                best_.push_back(state_of(ground_, comers_, taken_, {true, true}));
            }
        }
        return std::any_of(best_.begin(), best_.end(), [&](const State& state) {
            return is_seated(state, c) && (stands(state, receiving(state.trial, c)) || mended(state, c));
        });
    }

    void explain(std::size_t c, Judgement& judgement) const
    {
        const State& state = judgement.by_planned_schools ? planned_ : open_;
        if (judgement.verdict == Verdict::conditional) {
            name_planned_schools(state, c, judgement.reasons);
            if (judgement.by_allocating_again) {
                name_new_allocation(state, c, judgement.reasons);
            }
        } else if (judgement.verdict != Verdict::pass) {
            name_obstacles(c, judgement.reasons);
        }
        if (judgement.verdict == Verdict::unknown) {
            const Reasons more = unknowns(ground_, comers_[c], taken_.of(Admission{}));
            judgement.reasons.insert(judgement.reasons.end(), more.begin(), more.end());
        }
    }

    void name_planned_schools(const State& state, std::size_t c, Reasons& reasons) const
    {
        for (const Placed& placed : state.trial.placed) {
            const SchoolStanding& school = ground_.schools[index(placed.walk.school)];
            if (placed.incoming == c && school.is_planned) {
                reasons.push_back({ReasonCode::planned_school,
                                   placed.stage,
                                   ground_.city.schools[index(placed.walk.school)].id,
                                   {},
                                   placed.pupils.pupils(),
                                   school.open_year});
            }
        }
    }

    void name_new_allocation(const State& state, std::size_t c, Reasons& reasons) const
    {
        const Reallocation& again = ground_.reallocation;
        const auto members = again.neighbourhood(receiving(state.trial, c));
        const SeatsTaken& taken = taken_.of(state.admission);
        // Against the city's allocation as it stands: what the estates that come first need on top of it is named as well.
        const Allocation before = again.allotted(members, again.assessments(members, std::vector<PupilLoad>(ground_.schools.size())));
        const Allocation after = again.allotted(members, again.assessments(members, loads_with(ground_, taken, state.trial)));
        const Reasons more = again.what_more(members, before, after);
        reasons.insert(reasons.end(), more.begin(), more.end());
    }

    void name_obstacles(std::size_t c, Reasons& reasons) const
    {
        for (const Stage stage : compulsory_stages) {
            if (open_.trial.without[c][stage] > ExactPupils()) {
                reasons.push_back(shortage(ground_, comers_[c], stage, open_.trial.without[c][stage], {}, taken_.of(Admission{})));
            }
        }
        for (const SchoolIndex school : receiving(open_.trial, c)) {
            if (const Breach* breach = breach_of(open_, school); breach != nullptr && breach->by) {
                Reason reason{ReasonCode::gap_grows,
                              stage_received(open_.trial, school, c),
                              ground_.city.schools[index(school)].id,
                              {},
                              breach->by->square_metres(),
                              {}};
                reasons.push_back(reason);
            }
        }
    }

    const VerdictContext& ground_;
    std::span<const IncomingEstate> comers_;
    const TakenSeats& taken_;
    State open_;
    bool counts_on_planned_;
    State planned_;
    std::vector<State> best_;
};

} // namespace

JointJudgement verdicts_of(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken)
{
    return Judge(ground, all_incoming, taken).all();
}

bool fits(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken, Admission admission,
          bool reallocates, bool lower_bound)
{
    const State state = state_of(ground, all_incoming, taken, admission, lower_bound);
    if (!state.trial.all_seated()) {
        return false;
    }
    std::vector<SchoolIndex> schools;
    for (const LoadedSchool& loaded : state.trial.loads) {
        schools.push_back(loaded.school);
    }
    return stands(state, schools) || (reallocates && can_be_mended(ground, state, taken, schools, lower_bound));
}

std::optional<Binding> binding_of(const VerdictContext& ground, const IncomingEstate& incoming, const TakenSeats& taken,
                                  Admission admission, bool reallocates)
{
    const State state = state_of(ground, {&incoming, 1}, taken, admission);
    for (const Stage stage : compulsory_stages) {
        if (state.trial.without.front()[stage] > ExactPupils()) {
            const Reason reason = shortage(ground, incoming, stage, state.trial.without.front()[stage], admission, taken.of(admission));
            const bool any_in_limit = reason.code == ReasonCode::seats_short;
            return Binding{reason.school_id, stage, any_in_limit ? BindingKind::seats : BindingKind::walk};
        }
    }
    for (const Breach& breach : state.breaches) {
        if (!reallocates || !can_be_mended(ground, state, taken, {&breach.school, 1})) {
            return Binding{ground.city.schools[index(breach.school)].id, stage_received(state.trial, breach.school, 0),
                           BindingKind::standard};
        }
    }
    return std::nullopt;
}

std::vector<PupilLoad> loads_with(const VerdictContext& ground, const SeatsTaken& taken, const Trial& trial, bool lower_bound)
{
    std::vector<PupilLoad> loads = taken.load;
    for (const LoadedSchool& loaded : trial.loads) {
        const std::size_t s = index(loaded.school);
        loads[s] =
            loads[s] + (lower_bound ? lightest_load(ground.schools[s], taken.load[s], loaded.load, ground.settings.standard) : loaded.load);
    }
    return loads;
}

} // namespace fieldgap
