import type { Choice } from '../components/choice';
import { el, name, type Child } from '../components/dom';
import type { City } from '../data/city';
import { exact, minutesOf, whole } from '../format';
import { named, t } from '../words';
import { linkTo } from './school_tables';
import { smallTable } from './small_table';

function servedTable(city: City, choice: Choice, id: string): Child {
    const rows = city.linksTo(id);
    const { links } = city;
    return (
        rows.length > 0 &&
        smallTable(
            t('venue_served'),
            [t('venue_school'), t('route_given'), t('route_minutes'), t('figure_cost')],
            rows.map((row) => [
                linkTo(city, choice, links.text(row, 'from_school')),
                exact(links.number(row, 'given_m2')),
                minutesOf(links.number(row, 'walk_s')),
                whole(links.number(row, 'cost')),
            ]),
            [1, 2, 3],
        )
    );
}

/** Whether one more square metre here would close some of a gap. */
function shadow(city: City, row: number): Child[] {
    const value = city.venues.number(row, 'shadow_m2');
    return value === null
        ? []
        : [el('dt', {}, t('venue_shadow')), el('dd', {}, t(value > 0 ? 'venue_shadow_yes' : 'venue_shadow_no'))];
}

export function venueSheet(city: City, choice: Choice, row: number): HTMLElement[] {
    const { venues } = city;
    const id = venues.text(row, 'venue_id');
    const kind = venues.text(row, 'kind');
    const figure = (title: string, value: string): Child[] => [el('dt', {}, title), el('dd', {}, value)];
    const children: Child[] = [
        el('h2', {}, name(city.venueName(row))),
        el('p', { class: 'note' }, name([t('venue_is'), id, kind && named('kind', kind)].filter(Boolean).join(' · '))),
        el(
            'dl',
            { class: 'figures' },
            ...figure(t('venue_area'), exact(venues.number(row, 'area_m2'))),
            ...figure(t('venue_rented'), exact(venues.number(row, 'rented_m2'))),
            ...figure(t('venue_left'), exact(venues.number(row, 'left_m2'))),
            ...figure(t('venue_reach'), whole(venues.number(row, 'schools_in_reach'))),
            ...shadow(city, row),
        ),
        servedTable(city, choice, id),
    ];
    return children.filter((child): child is HTMLElement => child instanceof HTMLElement);
}
