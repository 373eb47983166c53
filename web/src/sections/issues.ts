import { el, name, section } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import { exact, whole } from '../format';
import { severities } from '../looks';
import { named, t } from '../words';

function columnsOf(city: City): Column<number>[] {
    const table = city.data.table('data_issues');
    const severity = (row: number): string => table.text(row, 'severity');
    const columns: Column<number>[] = [
        {
            title: t('issue_severity'),
            value: (row) => severities.indexOf(severity(row) as (typeof severities)[number]),
            cell: (row) => el('span', { class: `severity ${severity(row)}` }, named('severity', severity(row))),
        },
        {
            title: t('issue_message'),
            value: (row) => table.text(row, 'message'),
            cell: (row) => name(table.text(row, 'message')),
            isHead: true,
        },
        { title: t('issue_cure'), value: (row) => table.text(row, 'cure'), cell: (row) => name(table.text(row, 'cure')) },
        { title: t('issue_layer'), value: (row) => table.text(row, 'layer') },
        {
            title: t('issue_feature'),
            value: (row) => table.text(row, 'feature_id'),
            cell: (row) => name(table.text(row, 'feature_id')),
        },
        { title: t('issue_code'), value: (row) => table.text(row, 'code') },
    ];
    if (table.has('gap_effect_m2')) {
        columns.splice(1, 0, {
            title: t('issue_effect'),
            value: (row) => table.number(row, 'gap_effect_m2'),
            cell: (row) => exact(table.number(row, 'gap_effect_m2')),
            isNumber: true,
        });
    }
    return columns;
}

export function issuesSection(city: City): HTMLElement {
    const table = city.data.table('data_issues');
    const title = t('section_issues');
    if (table.length === 0) {
        return section('issues', title, el('p', {}, t('issues_none')));
    }
    const bySeverity = table.rowsBy('severity');
    const wanted = new Set<string>(severities);
    let text = '';
    const sortable = new SortableTable(title, columnsOf(city), table.rows);
    const isWanted = (row: number): boolean =>
        wanted.has(table.text(row, 'severity')) &&
        (text === '' ||
            ['message', 'layer', 'feature_id', 'code'].some((column) => table.text(row, column).toLowerCase().includes(text)));
    const refresh = (): void => sortable.show(table.rows.filter(isWanted));
    const box = (severity: string): HTMLElement => {
        const input = el('input', { type: 'checkbox', checked: true });
        input.addEventListener('change', () => {
            if (input.checked) {
                wanted.add(severity);
            } else {
                wanted.delete(severity);
            }
            refresh();
        });
        return el('label', {}, input, `${named('severity', severity)} (${whole(bySeverity.get(severity)?.length ?? 0)})`);
    };
    const search = el('input', { type: 'search', 'aria-label': t('issues_search'), placeholder: t('issues_search') });
    search.addEventListener('input', () => {
        text = search.value.trim().toLowerCase();
        refresh();
    });
    const filters = el(
        'fieldset',
        { class: 'filters' },
        el('legend', { class: 'unseen' }, t('issues_filter')),
        ...severities.filter((severity) => bySeverity.has(severity)).map(box),
        search,
    );
    return section('issues', title, el('p', { class: 'note' }, t('issues_note')), filters, sortable.element);
}
