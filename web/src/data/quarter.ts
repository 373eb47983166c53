// A quarter of strike-off as the program put it into the page (src/report/quarter_json.cpp): every figure is worked out there.

import type { StrikeState } from '../looks';

type Figure = number | null;

export interface Standing {
    /** Empty: the city. */
    district: string;
    /** Empty: all. */
    stage: string;
    meets: Figure;
    near: Figure;
    short: Figure;
    unknown: Figure;
    pupils_short: Figure;
    gap_m2: Figure;
    gap_before_m2: Figure;
    gap_first_m2: Figure;
}

export interface ChannelStanding {
    channel: string;
    planned_m2: Figure;
    done_m2: Figure;
    under_way_m2: Figure;
    promised_m2: Figure;
    done_before_m2: Figure;
}

export interface StrikeCounts {
    district: string;
    all: number;
    still_open: number;
    closed_percent: Figure;
    states: Record<StrikeState, number>;
}

export interface Issue {
    issue_id: string;
    school_id: string;
    school: string;
    district: string;
    stage: string;
    state: StrikeState;
    opened: string;
    closed: string;
    baseline_gap_m2: Figure;
    current_gap_m2: Figure;
    promised: Record<string, Figure>;
    unit: string;
    due: string;
    note: string;
    evidence: string;
    is_opened_now: boolean;
    is_closed_now: boolean;
    is_reopened_now: boolean;
}

export interface Run {
    as_of: string;
    gap_m2: Figure;
    issues: number;
    closed: number;
    open: number;
    line_gap_m2: Figure;
    line_closed: Figure;
}

export interface Driver {
    school_id: string;
    school: string;
    pupils: number;
    per_pupil_m2: number;
    contribution: number;
    share: number;
}

export interface StageVariation {
    district: string;
    stage: string;
    schools: number;
    mean_m2: number;
    cv: number;
    limit: Figure;
    drivers: Driver[];
}

export interface Reading {
    district: string;
    stage: string;
    schools: Figure;
    cv_weighted: Figure;
    cv_plain: Figure;
    cv_weighted_rounded: Figure;
    cv_plain_rounded: Figure;
    limit: Figure;
    passes_weighted: Figure;
    passes_plain: Figure;
    passes_weighted_rounded: Figure;
    passes_plain_rounded: Figure;
}

export interface SchoolOption {
    channel: string;
    from_id: string;
    from_name: string;
    proposed_m2: Figure;
    possible_m2: Figure;
    walk_s: Figure;
    crossings: Figure;
    major_roads: Figure;
    cost: Figure;
}

export interface HistoryRow {
    issue_id: string;
    as_of: string;
    state: string;
    required_m2: Figure;
    pupils: Figure;
    own_m2: Figure;
    special_m2: Figure;
    leased_m2: Figure;
    gap_m2: Figure;
    evidence: string;
}

export interface QuarterSheet {
    school_id: string;
    state: StrikeState;
    classes: Record<string, Figure>;
    /** Places in `issues`. */
    issues: number[];
    history: HistoryRow[];
    options: SchoolOption[];
    options_left_out: number;
}

export interface Change {
    key: string;
    before: string | Figure;
    now: string | Figure;
    unit: string;
    is_same: boolean;
}

export interface Surface {
    district: string;
    rural: Figure;
    surface: string;
    hard: Figure;
    grounds: Figure;
    area_m2: Figure;
}

export interface ProgrammeRow {
    name: string;
    unit: string;
    year: string;
    target: Figure;
    done: Figure;
    pace: Figure;
    forecast_year: string;
    total: Figure;
}

export interface RawQuarter {
    /** Of the register; empty: the copies in the result. */
    file: string;
    /** Days of runs; empty where there is none. */
    first: string;
    before: string;
    last: string;
    day_of_result: string;
    is_of_other_run: boolean;
    /** Issues whose state in the register no run gave them. */
    overruled: number;
    standing: Standing[];
    channels: ChannelStanding[];
    planned_shortfall_m2: Figure;
    planned_unnamed_m2: Figure;
    unassigned_m2: Figure;
    unassigned_before_m2: Figure;
    counts: StrikeCounts;
    districts: StrikeCounts[];
    issues: Issue[];
    runs: Run[];
    until: string;
    is_until_of_plan: boolean;
    forecast: { kind: string; quarter: string; closed_per_quarter: number };
    variation: StageVariation[];
    readings: Reading[];
    sheets: QuarterSheet[];
    unreachable: string[];
    reach: { id: string; schools: number; least_walk_s: number }[];
    changes: Change[];
    guesses: { layer: string; message: string }[];
    rural: { key: string; value: Figure; unit: string }[];
    surfaces: Surface[];
    programme: ProgrammeRow[];
}

export class Quarter {
    private readonly sheets = new Map<string, QuarterSheet>();
    private readonly walks = new Map<string, number>();
    private readonly ringed: Set<string>;

    constructor(readonly raw: RawQuarter) {
        raw.sheets.forEach((sheet) => this.sheets.set(sheet.school_id, sheet));
        raw.reach.forEach(({ id, least_walk_s }) => this.walks.set(id, least_walk_s));
        this.ringed = new Set(raw.unreachable);
    }

    /** Null where the school has no issue. */
    sheetOf(schoolId: string): QuarterSheet | null {
        return this.sheets.get(schoolId) ?? null;
    }

    issuesOf(sheet: QuarterSheet): Issue[] {
        return sheet.issues.map((place) => this.raw.issues[place]).filter((issue): issue is Issue => issue !== undefined);
    }

    /** The shortest walk from any school; null where none reaches it. */
    leastWalk(giverId: string): number | null {
        return this.walks.get(giverId) ?? null;
    }

    /** Whether nothing in reach closes the gap of a school that has an open issue. */
    isUnreachable(schoolId: string): boolean {
        return this.ringed.has(schoolId);
    }
}
