import type { Choice } from '../components/choice';
import { el, name } from '../components/dom';
import type { City } from '../data/city';

/** The name of a school; a press shows its sheet beside the map. A school that the result does not know is only named. */
export function schoolLink(city: City, choice: Choice, id: string, title: string): HTMLElement {
    const row = city.schoolRow(id);
    if (row === null) {
        return name(title);
    }
    const choose = (): void => {
        choice.choose({ kind: 'school', row });
        document.getElementById('map-section')?.scrollIntoView();
    };
    return el('button', { type: 'button', class: 'link', onclick: choose }, name(title));
}
