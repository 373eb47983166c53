// Of one school: its issues, their history, and what could close them. Stands on the school's sheet.

import { strikeChip } from '../components/chip';
import type { Choice } from '../components/choice';
import { el, name, type Child } from '../components/dom';
import type { City } from '../data/city';
import type { Quarter, QuarterSheet } from '../data/quarter';
import { exact, minutesOf, unknown, whole } from '../format';
import { channelCell, linkTo } from '../school/school_tables';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';

function issuesTable(quarter: Quarter, sheet: QuarterSheet): HTMLElement {
    const heads = (['stage', 'state', 'baseline', 'current', 'due', 'unit', 'evidence'] as const).map((head) => named('sheet_issue', head));
    const rows = quarter.issuesOf(sheet).map((issue): Child[] => [
        named('stage', issue.stage),
        strikeChip(issue.state),
        exact(issue.baseline_gap_m2),
        exact(issue.current_gap_m2),
        name(issue.due || unknown),
        name(issue.unit || unknown),
        el('span', {}, name(issue.evidence), issue.note && el('small', {}, ' ', name(issue.note))),
    ]);
    return smallTable(t('sheet_strike'), heads, rows, [2, 3]);
}

function optionsTable(city: City, choice: Choice, sheet: QuarterSheet): Child {
    const heads = (['channel', 'from', 'proposed', 'possible', 'minutes', 'crossings', 'roads', 'cost'] as const).map((head) =>
        named('option', head),
    );
    const rows = sheet.options.map((option): Child[] => [
        channelCell(option.channel),
        option.from_id ? linkTo(city, choice, option.from_id) : t('option_own'),
        exact(option.proposed_m2),
        exact(option.possible_m2),
        minutesOf(option.walk_s),
        whole(option.crossings),
        whole(option.major_roads),
        whole(option.cost),
    ]);
    return rows.length === 0 ? el('p', { class: 'note' }, t('options_none')) : smallTable(t('sheet_options'), heads, rows, [2, 3, 4, 5, 6, 7]);
}

function historyTable(sheet: QuarterSheet): Child {
    const heads = (['run', 'state', 'pupils', 'required', 'own', 'leased', 'gap', 'evidence'] as const).map((head) => named('history', head));
    const stageOf = (issueId: string): string => named('stage', issueId.slice(issueId.lastIndexOf(':') + 1));
    const rows = sheet.history.map((row): Child[] => [
        el('span', {}, el('span', { class: 'unbroken' }, row.as_of), ' ', name(stageOf(row.issue_id))),
        strikeChip(row.state),
        whole(row.pupils),
        exact(row.required_m2),
        exact(row.own_m2),
        exact(row.leased_m2),
        exact(row.gap_m2),
        name(row.evidence),
    ]);
    return rows.length > 0 && smallTable(t('sheet_history'), heads, rows, [2, 3, 4, 5, 6]);
}

/** Nothing for a school without an issue, or on a page without a register. */
export function schoolQuarter(city: City, choice: Choice, schoolId: string): Child[] {
    const { quarter } = city.data;
    const sheet = quarter?.sheetOf(schoolId) ?? null;
    if (quarter === null || sheet === null) {
        return [];
    }
    const more = sheet.options_left_out;
    const classes = Object.entries(sheet.classes).filter(([, count]) => count !== null);
    const told = classes.map(([stage, count]) => t('sheet_classes', named('stage', stage), whole(count))).join(t('list_comma'));
    return [
        told !== '' && el('p', { class: 'note' }, told),
        issuesTable(quarter, sheet),
        optionsTable(city, choice, sheet),
        more > 0 && el('p', { class: 'note' }, t('options_more', more)),
        historyTable(sheet),
    ];
}
