// All schools as a table: the map's answer for who cannot see the map.

import type { Choice } from '../components/choice';
import { statusChip } from '../components/chip';
import { el, name, section } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import { exact, whole } from '../format';
import { statuses } from '../looks';
import { named, stageNames, t } from '../words';

function columnsOf(city: City, choice: Choice): Column<number>[] {
    const { schools } = city;
    const figure = (title: string, column: string, shown = whole): Column<number> => ({
        title,
        value: (row) => schools.number(row, column),
        cell: (row) => shown(schools.number(row, column)),
        isNumber: true,
    });
    const choose = (row: number): void => {
        choice.choose({ kind: 'school', row });
        document.getElementById('map-section')?.scrollIntoView();
    };
    const status = (title: string, column: string): Column<number> => ({
        title,
        value: (row) => named('status', schools.text(row, column)),
        cell: (row) => schools.text(row, column) && statusChip(schools.text(row, column)),
    });
    return [
        {
            title: t('schools_name'),
            value: (row) => city.schoolName(row),
            cell: (row) =>
                el('button', { type: 'button', class: 'link', onclick: () => choose(row) }, name(city.schoolName(row))),
            isHead: true,
        },
        {
            title: t('schools_district'),
            value: (row) => schools.text(row, 'district'),
            cell: (row) => name(schools.text(row, 'district')),
        },
        { title: t('stage_name'), value: (row) => stageNames(schools.text(row, 'stage')) },
        status(t('schools_status'), 'status'),
        status(t('schools_status_after'), 'status_after'),
        figure(t('figure_pupils'), 'enrol_total'),
        figure(t('schools_per_pupil'), 'per_student_m2', exact),
        figure(t('figure_gap'), 'gap_m2'),
        figure(t('figure_residual'), 'residual_m2'),
    ];
}

const gapColumn = 7;

export function schoolsSection(city: City, choice: Choice): HTMLElement {
    const title = t('section_schools');
    const table = new SortableTable(title, columnsOf(city, choice), city.schools.rows);
    table.sortBy(gapColumn, 'descending');
    const byStatus = city.schools.rowsBy('status');
    const select = el(
        'select',
        { id: 'schools-status' },
        el('option', { value: '' }, t('schools_all')),
        ...statuses
            .filter((status) => byStatus.has(status))
            .map((status) => el('option', { value: status }, `${named('status', status)} (${byStatus.get(status)!.length})`)),
    );
    select.addEventListener('change', () =>
        table.show(select.value === '' ? city.schools.rows : (byStatus.get(select.value) ?? [])),
    );
    const filter = el('p', { class: 'filters' }, el('label', { for: 'schools-status' }, t('schools_filter')), select);
    return section('schools', title, filter, table.element);
}
