import { el, type Child } from '../components/dom';
import { t } from '../words';

/** A part of the quarter under its own heading. */
export function part(id: string, title: string, ...children: Child[]): HTMLElement {
    return el('div', { id, class: 'part' }, el('h3', {}, title), ...children);
}

/** The city where it is empty. */
export function districtName(district: string): string {
    return district || t('quarter_city');
}
