import { el, type Child } from '../components/dom';

/** A table under a heading of the sheet; the heading alone is its name. `numbers`: the columns of figures. */
export function smallTable(title: string, heads: string[], rows: Child[][], numbers: number[]): HTMLElement {
    const side = (place: number): string | null => (numbers.includes(place) ? 'number' : null);
    return el(
        'div',
        { class: 'table-frame', role: 'region', tabindex: 0, 'aria-label': title },
        el(
            'table',
            { class: 'small' },
            el('caption', {}, title),
            el('thead', {}, el('tr', {}, ...heads.map((head, place) => el('th', { scope: 'col', class: side(place) }, head)))),
            el(
                'tbody',
                {},
                ...rows.map((row) =>
                    el(
                        'tr',
                        {},
                        ...row.map((cell, place) =>
                            place === 0 ? el('th', { scope: 'row' }, cell) : el('td', { class: side(place) }, cell),
                        ),
                    ),
                ),
            ),
        ),
    );
}
