import { el, name, section } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import { decimals, whole } from '../format';
import { channels } from '../looks';
import { named, t } from '../words';

function columnsOf(city: City): Column<number>[] {
    const table = city.data.table('districts');
    const figure = (title: string, column: string, shown = whole): Column<number> => ({
        title,
        value: (row) => table.number(row, column),
        cell: (row) => shown(table.number(row, column)),
        isNumber: true,
    });
    const verdict = (row: number): string => {
        const passes = table.number(row, 'passes');
        return passes === null ? t('passes_unknown') : passes ? t('passes_yes') : t('passes_no');
    };
    const title = (row: number): string => table.text(row, 'name') || table.text(row, 'district_id');
    return [
        { title: t('district_name'), value: title, cell: (row) => name(title(row)), isHead: true },
        figure(t('district_schools'), 'schools'),
        figure(t('district_short'), 'schools_short'),
        figure(t('figure_pupils'), 'pupils'),
        figure(t('figure_gap'), 'gap_m2'),
        ...channels.map((channel) => figure(named('channel', channel), `${channel}_m2`)),
        figure(t('figure_residual'), 'residual_m2'),
        figure(t('district_cv_primary'), 'cv_primary', decimals),
        figure(t('district_cv_primary_after'), 'cv_primary_after', decimals),
        figure(t('district_cv_junior'), 'cv_junior', decimals),
        figure(t('district_cv_junior_after'), 'cv_junior_after', decimals),
        { title: t('district_passes'), value: verdict },
    ];
}

const gapColumn = 4;

export function districtsSection(city: City): HTMLElement {
    const { rows } = city.data.table('districts');
    if (rows.length === 0) {
        return section('districts', t('section_districts'), el('p', {}, t('districts_none')));
    }
    const table = new SortableTable(t('section_districts'), columnsOf(city), rows, 'all');
    table.sortBy(gapColumn, 'descending');
    return section('districts', t('section_districts'), el('p', { class: 'note' }, t('districts_note')), table.element);
}
