// Part 3: issues by district, and their course against a straight line.

import { paceChart } from '../charts/pace_chart';
import { swatch } from '../components/chip';
import { el, name } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { Quarter, StrikeCounts } from '../data/quarter';
import { decimals, exact, squareMetres, unknown, whole } from '../format';
import { colours, strikeStates } from '../looks';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';
import { part } from './part';

function districtsTable({ raw }: Quarter): HTMLElement {
    const number = (title: string, value: (row: StrikeCounts) => number | null, shown = whole): Column<StrikeCounts> => ({
        title,
        value,
        cell: (row) => shown(value(row)),
        isNumber: true,
    });
    const district = (row: StrikeCounts): string => (row === raw.counts ? t('quarter_city') : row.district || t('pace_outside'));
    const columns: Column<StrikeCounts>[] = [
        { title: t('district_name'), value: district, cell: (row) => name(district(row)), isHead: true },
        number(t('pace_issues'), (row) => row.all),
        number(t('strike_closed'), (row) => row.states.closed),
        number(
            t('pace_rate'),
            (row) => row.closed_percent,
            (value) => (value === null ? unknown : decimals(value, 1)),
        ),
        number(t('pace_open'), (row) => row.still_open),
        ...strikeStates.filter((state) => state !== 'closed').map((state) => number(named('strike', state), (row) => row.states[state])),
    ];
    return new SortableTable(t('pace_districts'), columns, [raw.counts, ...raw.districts], 'all').element;
}

function runsTable({ raw }: Quarter): HTMLElement {
    const heads = (['run', 'gap', 'line_gap', 'issues', 'closed', 'line_closed'] as const).map((head) => named('pace_head', head));
    const rows = raw.runs.map((run) => [
        run.as_of,
        exact(run.gap_m2),
        exact(run.line_gap_m2),
        whole(run.issues),
        whole(run.closed),
        run.line_closed === null ? unknown : decimals(run.line_closed, 1),
    ]);
    return smallTable(t('pace_runs'), heads, rows, [1, 2, 3, 4, 5]);
}

function untilText({ raw }: Quarter): string {
    if (raw.until === '') {
        return t('pace_until_none');
    }
    return raw.is_until_of_plan ? t('pace_until_plan', raw.until) : t('pace_until_due', raw.until);
}

function forecastText({ raw }: Quarter): string {
    const { kind, quarter, closed_per_quarter } = raw.forecast;
    return kind === 'known' ? t('pace_forecast', decimals(closed_per_quarter, 1), quarter) : named('forecast', kind);
}

export function pacePart(quarter: Quarter): HTMLElement {
    const { raw } = quarter;
    const last = raw.runs[raw.runs.length - 1];
    const spoken =
        last === undefined ? '' : t('pace_spoken', squareMetres(last.gap_m2), last.as_of, squareMetres(last.line_gap_m2), untilText(quarter));
    const legend = el(
        'p',
        { class: 'legend-line' },
        el('span', {}, swatch(colours.red, 'line'), t('pace_actual')),
        el('span', {}, swatch(colours.grey, 'line'), t('pace_line')),
    );
    return part(
        'quarter-pace',
        t('part_issues'),
        districtsTable(quarter),
        el('p', { class: 'answer', dir: 'auto' }, forecastText(quarter)),
        raw.runs.length > 0 && legend,
        raw.runs.length > 0 && paceChart(raw.runs, raw.until, spoken),
        el('p', { class: 'note' }, untilText(quarter)),
        raw.runs.length > 0 && runsTable(quarter),
    );
}
