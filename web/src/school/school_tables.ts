// Where a school's ground comes from: the routes to its givers, and the ledger of every square metre.

import type { Choice } from '../components/choice';
import { swatch } from '../components/chip';
import { el, name, type Child } from '../components/dom';
import type { City } from '../data/city';
import { exact, minutesOf, unknown, whole } from '../format';
import { channelColour, type Channel } from '../looks';
import { named, t } from '../words';
import { smallTable } from './small_table';

/** A name that leads to the sheet of whoever bears it. */
export function linkTo(city: City, choice: Choice, id: string): Child {
    const venue = city.venueRow(id);
    const school = city.schoolRow(id);
    if (venue === null && school === null) {
        return id ? name(id) : unknown;
    }
    const chosen = venue !== null ? { kind: 'venue' as const, row: venue } : { kind: 'school' as const, row: school! };
    return el('button', { type: 'button', class: 'link', onclick: () => choice.choose(chosen) }, name(city.giver(id).name));
}

export function channelCell(channel: string): HTMLElement {
    const colour = channelColour[channel as Channel];
    return el('span', { class: 'chip' }, colour && swatch(colour, 'line'), named('channel', channel));
}

export function routesTable(city: City, choice: Choice, id: string): Child {
    const rows = city.linksOf(id);
    const { links } = city;
    if (rows.length === 0) {
        return null;
    }
    return smallTable(
        t('sheet_routes'),
        [
            t('route_to'),
            t('route_channel'),
            t('route_given'),
            t('route_minutes'),
            t('route_metres'),
            t('route_roads'),
            t('figure_cost'),
        ],
        rows.map((row) => [
            linkTo(city, choice, links.text(row, 'to_id')),
            channelCell(links.text(row, 'channel')),
            exact(links.number(row, 'given_m2')),
            minutesOf(links.number(row, 'walk_s')),
            whole(links.number(row, 'walk_m')),
            whole(links.number(row, 'major_roads')),
            whole(links.number(row, 'cost')),
        ]),
        [2, 3, 4, 5, 6],
    );
}

export function ledgerTable(city: City, choice: Choice, id: string): Child {
    if (!city.data.has('ledger')) {
        return el('div', {}, el('h3', {}, t('sheet_ledger')), el('p', { class: 'note' }, t('ledger_missing')));
    }
    const rows = city.ledgerOf(id);
    const { ledger } = city;
    if (rows.length === 0) {
        return el('div', {}, el('h3', {}, t('sheet_ledger')), el('p', { class: 'note' }, t('ledger_none')));
    }
    const lease = (row: number): HTMLElement =>
        el(
            'span',
            {},
            name(ledger.text(row, 'lease_no')),
            ' ',
            el('span', { class: 'unbroken' }, ledger.text(row, 'lease_until')),
        );
    return smallTable(
        t('sheet_ledger'),
        [
            t('ledger_basis'),
            t('ledger_m2'),
            t('ledger_from'),
            t('route_minutes'),
            t('ledger_rule'),
            t('ledger_lease'),
            t('figure_cost'),
        ],
        rows.map((row) => [
            named('basis', ledger.text(row, 'basis')),
            exact(ledger.number(row, 'm2')),
            linkTo(city, choice, ledger.text(row, 'from_id')),
            minutesOf(ledger.number(row, 'walk_s')),
            name(ledger.text(row, 'rule')),
            lease(row),
            whole(ledger.number(row, 'cost')),
        ]),
        [1, 3, 6],
    );
}

/** What opens again when leases of the school end. */
export function futureTable(city: City, id: string): Child {
    const gaps = city.data.table('future_gaps');
    const rows = gaps.rows.filter((row) => gaps.text(row, 'school_id') === id);
    return (
        rows.length > 0 &&
        smallTable(
            t('sheet_future'),
            [t('future_from'), t('future_gap'), t('ledger_lease')],
            rows.map((row) => [gaps.text(row, 'from_date'), exact(gaps.number(row, 'm2')), name(gaps.text(row, 'lease_no'))]),
            [1],
        )
    );
}
