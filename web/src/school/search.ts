// Finds a school or a venue by a part of its name, id or district.

import type { Choice, Chosen } from '../components/choice';
import { swatch } from '../components/chip';
import { el, name } from '../components/dom';
import type { City } from '../data/city';
import { squareMetres } from '../format';
import { colours, statusColour, type Status } from '../looks';
import { named, t } from '../words';

const mostHits = 12;

interface Entry {
    text: string;
    chosen: NonNullable<Chosen>;
}

function entriesOf(city: City): Entry[] {
    const lower = (...texts: string[]): string => texts.join(' ').toLowerCase();
    const schools = city.schools.rows.map((row) => ({
        text: lower(city.schoolName(row), city.schools.text(row, 'school_id'), city.schools.text(row, 'district')),
        chosen: { kind: 'school' as const, row },
    }));
    const venues = city.venues.rows.map((row) => ({
        text: lower(city.venueName(row), city.venues.text(row, 'venue_id')),
        chosen: { kind: 'venue' as const, row },
    }));
    return [...schools, ...venues];
}

function schoolHit(city: City, row: number): Node[] {
    const status = city.schools.text(row, 'status');
    const gap = city.schools.number(row, 'gap_m2');
    const notes = [city.schools.text(row, 'district'), named('status', status), gap ? t('search_gap', squareMetres(gap)) : ''];
    return [
        swatch(statusColour[status as Status] ?? statusColour.unknown),
        name(city.schoolName(row)),
        el('small', {}, name(notes.filter(Boolean).join(' · '))),
    ];
}

function venueHit(city: City, row: number): Node[] {
    return [
        swatch(colours.blue, 'square'),
        name(city.venueName(row)),
        el('small', {}, t('search_venue', squareMetres(city.venues.number(row, 'area_m2')))),
    ];
}

export function searchBox(city: City, choice: Choice): HTMLElement {
    const entries = entriesOf(city);
    const input = el('input', { type: 'search', id: 'search', autocomplete: 'off', placeholder: t('search_hint') });
    const list = el('ul', { class: 'hits' });
    const said = el('p', { class: 'unseen', 'aria-live': 'polite' });

    const hit = ({ chosen }: Entry): HTMLElement => {
        const choose = (): void => {
            input.value = '';
            refresh();
            choice.choose(chosen);
        };
        const children = chosen.kind === 'school' ? schoolHit(city, chosen.row) : venueHit(city, chosen.row);
        return el('li', {}, el('button', { type: 'button', onclick: choose }, ...children));
    };
    const refresh = (): void => {
        const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
        const found = words.length === 0 ? [] : entries.filter(({ text }) => words.every((word) => text.includes(word)));
        list.replaceChildren(...found.slice(0, mostHits).map(hit));
        said.textContent = words.length === 0 ? '' : t('search_found', found.length);
        if (words.length > 0 && found.length === 0) {
            list.replaceChildren(el('li', { class: 'note' }, t('search_nothing')));
        } else if (found.length > mostHits) {
            list.append(el('li', { class: 'note' }, t('search_more', found.length - mostHits)));
        }
    };
    input.addEventListener('input', refresh);
    input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') {
            list.querySelector('button')?.click();
        } else if (event.key === 'Escape') {
            input.value = '';
            refresh();
        }
    });
    return el('div', { class: 'search', role: 'search' }, el('label', { for: 'search' }, t('search_title')), input, list, said);
}
