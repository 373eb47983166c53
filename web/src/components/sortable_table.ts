// A table that is sorted by a click on a heading, and shows more rows on demand: a province has more schools than a page should hold.

import { t } from '../words';
import { el, type Child } from './dom';

export interface Column<Row> {
    title: string;
    /** What is sorted by; null goes last in both directions. */
    value: (row: Row) => string | number | null;
    /** What is shown; the value where there is none. */
    cell?: (row: Row) => Child;
    isNumber?: boolean;
    /** The row's heading for a screen reader. */
    isHead?: boolean;
}

type Direction = 'ascending' | 'descending';

const pageSize = 50;
const collator = new Intl.Collator();

export class SortableTable<Row> {
    readonly element: HTMLElement;
    private readonly body = el('tbody');
    private readonly heads: HTMLElement[];
    private readonly more: HTMLButtonElement;
    private readonly count = el('p', { class: 'count', 'aria-live': 'polite' });
    private rows: Row[] = [];
    private shown = pageSize;
    private sortedBy: number | null = null;
    private direction: Direction = 'ascending';

    constructor(
        caption: string,
        private readonly columns: Column<Row>[],
        rows: Row[],
        private readonly whenPrinted: 'all' | 'shown' = 'shown',
    ) {
        this.heads = columns.map((column, place) => this.head(column, place));
        this.more = el('button', { type: 'button', class: 'more', onclick: () => this.showMore() }, t('table_more'));
        const table = el(
            'table',
            {},
            el('caption', { class: 'unseen' }, caption),
            el('thead', {}, el('tr', {}, ...this.heads)),
            this.body,
        );
        const frame = el('div', { class: 'table-frame', role: 'region', 'aria-label': caption, tabindex: 0 }, table);
        this.element = el('div', { class: 'sortable' }, frame, el('div', { class: 'table-foot' }, this.count, this.more));
        this.show(rows);
    }

    show(rows: Row[]): void {
        this.rows = [...rows];
        this.shown = pageSize;
        this.sort();
        this.fill();
    }

    sortBy(place: number, direction: Direction): void {
        this.sortedBy = place;
        this.direction = direction;
        this.heads.forEach((head, other) => {
            if (other === place) {
                head.setAttribute('aria-sort', direction);
            } else {
                head.removeAttribute('aria-sort');
            }
        });
        this.sort();
        this.fill();
    }

    private head(column: Column<Row>, place: number): HTMLElement {
        const press = (): void => {
            const firstDirection: Direction = column.isNumber ? 'descending' : 'ascending';
            const other: Direction = this.direction === 'ascending' ? 'descending' : 'ascending';
            this.sortBy(place, this.sortedBy === place ? other : firstDirection);
        };
        return el(
            'th',
            { scope: 'col', class: column.isNumber ? 'number' : null },
            el('button', { type: 'button', onclick: press }, column.title),
        );
    }

    private sort(): void {
        if (this.sortedBy === null) {
            return;
        }
        const { value } = this.columns[this.sortedBy]!;
        const sign = this.direction === 'ascending' ? 1 : -1;
        const keyed = this.rows.map((row) => ({ row, key: value(row) }));
        keyed.sort((a, b) => {
            if (a.key === null || b.key === null) {
                return Number(a.key === null) - Number(b.key === null);
            }
            const order =
                typeof a.key === 'number' && typeof b.key === 'number'
                    ? a.key - b.key
                    : collator.compare(String(a.key), String(b.key));
            return sign * order;
        });
        this.rows = keyed.map(({ row }) => row);
    }

    private showMore(): void {
        const first = this.shown;
        this.shown += 4 * pageSize;
        this.fill();
        const next = this.body.rows[first]?.querySelector<HTMLElement>('button, a');
        next?.focus();
    }

    private fill(): void {
        const shown = this.whenPrinted === 'all' ? this.rows : this.rows.slice(0, this.shown);
        this.body.replaceChildren(...shown.map((row) => this.line(row)));
        this.more.hidden = shown.length === this.rows.length;
        this.count.textContent = this.rows.length === 0 ? t('table_empty') : '';
        if (!this.more.hidden) {
            this.count.textContent = t('table_count', shown.length, this.rows.length);
        }
    }

    private line(row: Row): HTMLElement {
        return el(
            'tr',
            {},
            ...this.columns.map((column) => {
                const child = column.cell ? column.cell(row) : column.value(row);
                return column.isHead
                    ? el('th', { scope: 'row' }, child)
                    : el('td', { class: column.isNumber ? 'number' : null }, child);
            }),
        );
    }
}
