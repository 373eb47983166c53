// The sheet of what is chosen: a school, a venue, or nothing yet.

import type { Choice, Chosen } from '../components/choice';
import { el } from '../components/dom';
import type { City } from '../data/city';
import { t } from '../words';
import { schoolSheet } from './school_sheet';
import { venueSheet } from './venue_sheet';

function nothingChosen(): HTMLElement[] {
    return [el('h2', {}, t('sheet_none_title')), el('p', {}, t('sheet_none'))];
}

function sheetOf(city: City, choice: Choice, chosen: Chosen): HTMLElement[] {
    if (chosen === null) {
        return nothingChosen();
    }
    return chosen.kind === 'school' ? schoolSheet(city, choice, chosen.row) : venueSheet(city, choice, chosen.row);
}

export function sheetPanel(city: City, choice: Choice): HTMLElement {
    const panel = el('article', { id: 'sheet', class: 'sheet', tabindex: -1 });
    const show = (chosen: Chosen): void => panel.replaceChildren(...sheetOf(city, choice, chosen));
    choice.onChange((chosen) => {
        show(chosen);
        panel.scrollTop = 0;
        panel.focus({ preventScroll: true });
        if (panel.scrollHeight === panel.clientHeight) {
            // On a phone the sheet stands below the map.
            panel.querySelector('h2')?.scrollIntoView({ block: 'center' });
        }
    });
    show(choice.chosen);
    return panel;
}
