import { waterfallChart } from '../charts/waterfall_chart';
import { el, section, type Child } from '../components/dom';
import type { City } from '../data/city';
import { waterfallOf, type Waterfall } from '../data/waterfall';
import { exact, whole } from '../format';
import { channels } from '../looks';
import { named, t } from '../words';

/** What the city's plan says to each channel, where the config has a plan. */
function planTable(waterfall: Waterfall): Child {
    if (channels.every((channel) => waterfall.planned[channel] === null)) {
        return null;
    }
    const row = (title: string, planned: number | null, found: number): HTMLElement => {
        const difference = planned === null ? null : found - planned;
        return el(
            'tr',
            {},
            el('th', { scope: 'row' }, title),
            el('td', { class: 'number' }, whole(planned)),
            el('td', { class: 'number' }, exact(found)),
            el('td', { class: 'number' }, whole(difference)),
        );
    };
    const heads = [t('plan_channel'), t('plan_planned'), t('plan_found'), t('plan_difference')];
    return el(
        'table',
        {},
        el('caption', {}, t('plan_title')),
        el(
            'thead',
            {},
            el('tr', {}, ...heads.map((head, place) => el('th', { scope: 'col', class: place > 0 ? 'number' : null }, head))),
        ),
        el(
            'tbody',
            {},
            ...channels.map((channel) => row(named('channel', channel), waterfall.planned[channel], waterfall.given[channel])),
            row(t('plan_unnamed'), waterfall.plannedElsewhere, waterfall.residual),
        ),
    );
}

export function waterfallSection(city: City): HTMLElement {
    const waterfall = waterfallOf(city.data);
    if (waterfall === null) {
        return section('waterfall', t('section_waterfall'), el('p', {}, t('waterfall_unknown')));
    }
    return section(
        'waterfall',
        t('section_waterfall'),
        el('p', { class: 'note' }, t('waterfall_note')),
        waterfallChart(waterfall),
        planTable(waterfall),
    );
}
