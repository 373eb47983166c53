// The map with its legend, the search, and the sheet beside it. Without a map all the rest stands.

import type { Choice } from '../components/choice';
import { el } from '../components/dom';
import type { City } from '../data/city';
import { searchBox } from '../school/search';
import { sheetPanel } from '../school/sheet';
import { t } from '../words';
import { CityMap } from './city_map';
import { legend } from './legend';

export interface MapSection {
    element: HTMLElement;
    /** Makes the map, once the element is in the page; null where there can be none. */
    start: () => CityMap | null;
}

export function mapSection(city: City, choice: Choice): MapSection {
    const canvas = el('div', { id: 'map', role: 'region', 'aria-label': t('map_title') });
    const paper = el('img', { id: 'map-on-paper', alt: t('map_title') });
    const buttons = el('div', { class: 'map-tools' });
    const stage = el('div', { class: 'map-stage' }, canvas, paper, buttons);
    const key = el('div');
    const panel = el('div', { class: 'panel' }, searchBox(city, choice), sheetPanel(city, choice));
    const element = el(
        'section',
        { id: 'map-section', 'aria-labelledby': 'map-section-title' },
        el('h2', { id: 'map-section-title', class: 'unseen' }, t('section_map')),
        el('div', { class: 'map-and-panel' }, el('div', { class: 'map-and-legend' }, stage, key), panel),
    );

    const start = (): CityMap | null => {
        let map: CityMap | null = null;
        // Before the map, which takes what room there is.
        const explained = legend(city, (group, isShown) => map?.show(group, isShown));
        key.replaceWith(explained);
        try {
            map = new CityMap(city, canvas, (chosen) => choice.choose(chosen, false));
            const made = map;
            choice.onChange((chosen, mayMoveMap) => made.choose(chosen, mayMoveMap));
            buttons.append(el('button', { type: 'button', onclick: () => made.goToCity() }, t('map_whole_city')));
            return made;
        } catch {
            explained.remove();
            stage.replaceChildren(el('p', { class: 'no-map', role: 'note' }, t('map_none')));
            return null;
        }
    };
    return { element, start };
}

/** A canvas prints empty: on paper an image takes its place. */
export function printsAsImage(map: CityMap): () => void {
    const before = (): void => {
        document.querySelector<HTMLImageElement>('#map-on-paper')!.src = map.picture();
    };
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
}
