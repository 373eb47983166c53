// The issues by name: what this run opened, closed and opened again, what is overdue, and all of them.

import type { Choice } from '../components/choice';
import { strikeChip } from '../components/chip';
import { el, name, type Child } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import type { Issue, Quarter } from '../data/quarter';
import { exact } from '../format';
import { strikeStates } from '../looks';
import { named, t } from '../words';
import { part } from './part';
import { schoolLink } from './school_link';

function titleOf(issue: Issue): string {
    return t('issue_title', issue.school, named('stage', issue.stage));
}

/** As many by name as a paragraph holds. */
function namesOf(issues: Issue[]): Child {
    const most = 30;
    const names = issues.slice(0, most).map(titleOf).join(t('list_comma'));
    return name(issues.length > most ? names + t('issues_and_more', issues.length - most) : names || t('table_empty'));
}

function lists(issues: Issue[]): HTMLElement {
    const line = (title: string, of: Issue[]): Child[] => [el('dt', {}, t('issues_line', title, of.length)), el('dd', {}, namesOf(of))];
    return el(
        'dl',
        { class: 'names' },
        ...line(
            t('issues_opened'),
            issues.filter((issue) => issue.is_opened_now),
        ),
        ...line(
            t('issues_closed'),
            issues.filter((issue) => issue.is_closed_now),
        ),
        ...line(
            t('issues_reopened'),
            issues.filter(({ state }) => state === 'reopened'),
        ),
        ...line(
            t('issues_overdue'),
            issues.filter(({ state }) => state === 'overdue'),
        ),
    );
}

function columnsOf(city: City, choice: Choice): Column<Issue>[] {
    const text = (title: string, key: 'due' | 'unit' | 'note' | 'evidence' | 'opened' | 'closed'): Column<Issue> => ({
        title,
        value: (issue) => issue[key],
        cell: (issue) => name(issue[key]),
    });
    const amount = (title: string, key: 'baseline_gap_m2' | 'current_gap_m2'): Column<Issue> => ({
        title,
        value: (issue) => issue[key],
        cell: (issue) => exact(issue[key]),
        isNumber: true,
    });
    return [
        {
            title: t('schools_name'),
            value: (issue) => issue.school,
            cell: (issue) => schoolLink(city, choice, issue.school_id, issue.school),
            isHead: true,
        },
        { title: t('schools_district'), value: (issue) => issue.district, cell: (issue) => name(issue.district) },
        { title: t('stage_name'), value: (issue) => named('stage', issue.stage) },
        { title: t('issue_state'), value: (issue) => strikeStates.indexOf(issue.state), cell: (issue) => strikeChip(issue.state) },
        amount(t('issue_baseline'), 'baseline_gap_m2'),
        amount(t('issue_current'), 'current_gap_m2'),
        text(t('issue_due'), 'due'),
        text(t('issue_unit'), 'unit'),
        text(t('issue_note'), 'note'),
        text(t('issue_evidence'), 'evidence'),
        text(t('issue_opened'), 'opened'),
        text(t('issue_closed'), 'closed'),
    ];
}

const stateColumn = 3;
/** A province has more than a page should hold at once: they are shown on demand, and all are in the workbook. */
const mostOnPaper = 500;

export function issuesPart(city: City, { raw }: Quarter, choice: Choice): HTMLElement {
    const isPrintedWhole = raw.issues.length <= mostOnPaper;
    const table = new SortableTable(t('part_names'), columnsOf(city, choice), raw.issues, isPrintedWhole ? 'all' : 'shown');
    table.sortBy(stateColumn, 'ascending');
    const select = el(
        'select',
        { id: 'quarter-state' },
        el('option', { value: '' }, t('schools_all')),
        ...strikeStates
            .filter((state) => raw.counts.states[state] > 0)
            .map((state) => el('option', { value: state }, `${named('strike', state)} (${raw.counts.states[state]})`)),
    );
    select.addEventListener('change', () => table.show(raw.issues.filter(({ state }) => select.value === '' || state === select.value)));
    const filter = el('p', { class: 'filters' }, el('label', { for: 'quarter-state' }, t('schools_filter')), select);
    return part('quarter-issues', t('part_names'), lists(raw.issues), filter, table.element);
}
