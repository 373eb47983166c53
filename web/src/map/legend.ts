// The legend, which also shows and hides: one heading for each group of layers that the result has.

import { swatch } from '../components/chip';
import { el } from '../components/dom';
import type { City } from '../data/city';
import { channelColour, colours, severities, statusColour, statuses, strikeColour, strikeStates } from '../looks';
import { named, t } from '../words';
import { hiddenAtFirst } from './layers';
import type { Group } from './map_layer';
import { estateColour, severityColour, streetColours, venueColours, walkColour } from './map_looks';

type Line = [colour: string, form: 'dot' | 'ring' | 'square' | 'line' | 'area', text: string];

function linesOf(group: Group, city: City): Line[] {
    switch (group) {
        case 'strike_off':
            return strikeStates
                .filter((state) => city.data.quarter?.raw.sheets.some((sheet) => sheet.state === state))
                .map((state) => [strikeColour[state], 'dot', named('strike', state)]);
        case 'unreachable':
            return [['#111', 'ring', t('legend_unreachable')]];
        case 'schools':
            return statuses
                .filter((status) => city.schools.rowsBy('status').has(status))
                .map((status) => [statusColour[status], 'dot', named('status_in_full', status)]);
        case 'links':
            return [
                [channelColour.rent, 'line', named('channel', 'rent')],
                [channelColour.share, 'line', named('channel', 'share')],
            ];
        case 'venues':
            return Object.entries(venueColours).map(([use, colour]) => [colour, 'square', named('venue_use', use)]);
        case 'campuses':
            return [];
        case 'bottlenecks':
            return [[colours.orange, 'area', t('legend_bottleneck')]];
        case 'residential':
            return Object.entries(estateColour).map(([look, colour]) => [colour, 'area', named('estate', look)]);
        case 'districts':
            return [];
        case 'streets':
            return [
                [streetColours.near, 'line', t('legend_street_near')],
                [streetColours.far, 'line', t('legend_street_far')],
            ];
        case 'data_issues':
            return severities.map((severity) => [severityColour[severity], 'dot', named('severity', severity)]);
    }
}

const groups: Group[] = [
    'strike_off',
    'unreachable',
    'schools',
    'links',
    'venues',
    'campuses',
    'bottlenecks',
    'residential',
    'districts',
    'streets',
    'data_issues',
];

type Show = (group: Group, isShown: boolean) => void;

function entry(group: Group, city: City, show: Show): HTMLElement {
    const lines = linesOf(group, city);
    const list = el('ul', {}, ...lines.map(([colour, form, text]) => el('li', {}, swatch(colour, form), text)));
    const box = el('input', { type: 'checkbox', id: `show-${group}`, checked: !hiddenAtFirst(city).includes(group) });
    list.hidden = !box.checked;
    box.addEventListener('change', () => {
        list.hidden = !box.checked;
        show(group, box.checked);
    });
    return el('div', { class: 'legend-entry' }, el('label', {}, box, t(`layer_${group}`)), list);
}

/** OpenStreetMap wants to be named where its data is shown. */
function attribution(city: City): HTMLElement | null {
    const isOsm = (city.data.provenance.inputs ?? []).some(({ path }) =>
        /\.(osm|pbf|osm\.(bz2|gz|xml))(\s|\||$)/i.test(path ?? ''),
    );
    return isOsm ? el('p', { class: 'note' }, t('legend_osm')) : null;
}

/** How much there is to show. */
function countOf(group: Group, city: City): number {
    const { quarter } = city.data;
    switch (group) {
        case 'strike_off':
            return quarter?.raw.sheets.length ?? 0;
        case 'unreachable':
            return quarter?.raw.unreachable.length ?? 0;
        default:
            return city.data.table(group).length;
    }
}

export function legend(city: City, show: Show): HTMLElement {
    const entries = groups.filter((group) => countOf(group, city) > 0).map((group) => entry(group, city, show));
    const leftOut = groups
        .filter((group) => city.data.rowsLeftOut(group) > 0)
        .map((group) => el('p', { class: 'note' }, t('legend_left_out', t(`layer_${group}`), city.data.rowsLeftOut(group))));
    const walk = el('p', { class: 'note' }, swatch(walkColour, 'area'), t('legend_walk'));
    return el(
        'details',
        { class: 'legend', open: window.matchMedia('(min-width: 800px)').matches },
        el('summary', {}, t('legend_title')),
        el('div', { class: 'legend-entries' }, ...entries),
        el('p', { class: 'note' }, t('legend_size')),
        walk,
        ...leftOut,
        attribution(city),
    );
}
