import { el, name, section } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import { exact } from '../format';
import { t } from '../words';

/** `schools` lists ids, or says how many there are. */
function schoolNames(city: City, schools: string): string {
    return schools
        .split(/[,;]\s*/)
        .map((id) => city.giver(id.trim()).name)
        .join(t('list_comma'));
}

const unmetColumn = 4;

export function bottlenecksSection(city: City, showOnMap: ((row: number) => void) | null): HTMLElement {
    const title = t('section_bottlenecks');
    if (!city.data.has('bottlenecks')) {
        return section('bottlenecks', title, el('p', {}, t('bottlenecks_missing')));
    }
    const table = city.data.table('bottlenecks');
    if (table.length === 0) {
        return section('bottlenecks', title, el('p', {}, t('bottlenecks_none')));
    }
    const figure = (head: string, column: string): Column<number> => ({
        title: head,
        value: (row) => table.number(row, column),
        cell: (row) => exact(table.number(row, column)),
        isNumber: true,
    });
    const id = (row: number): string => table.text(row, 'bottleneck_id');
    const place = (row: number): HTMLElement =>
        showOnMap === null
            ? name(id(row))
            : el('button', { type: 'button', class: 'link', onclick: () => showOnMap(row) }, name(id(row)));
    const sortable = new SortableTable<number>(
        title,
        [
            { title: t('bottleneck_id'), value: id, cell: place, isHead: true },
            {
                title: t('bottleneck_schools'),
                value: (row) => schoolNames(city, table.text(row, 'schools')),
                cell: (row) => name(schoolNames(city, table.text(row, 'schools'))),
            },
            figure(t('bottleneck_deficit'), 'deficit_m2'),
            figure(t('bottleneck_reachable'), 'reachable_m2'),
            figure(t('bottleneck_unmet'), 'unmet_m2'),
        ],
        table.rows,
    );
    sortable.sortBy(unmetColumn, 'descending');
    return section('bottlenecks', title, el('p', { class: 'note' }, t('bottlenecks_note')), sortable.element);
}
