// The answer at other walking speeds.

import { barsChart } from '../charts/bars_chart';
import { swatch } from '../components/chip';
import { el, section } from '../components/dom';
import type { City } from '../data/city';
import { exact, squareMetres, whole } from '../format';
import { colours } from '../looks';
import { t } from '../words';

const prefix = 'sensitivity.';

/** Speeds may have a decimal point, so a key is read from its end. */
function speedsOf(city: City): string[] {
    const speeds = city.data
        .figureKeys(prefix)
        .filter((key) => key.endsWith('.given_m2'))
        .map((key) => key.slice(prefix.length, -'.given_m2'.length));
    return speeds.sort((a, b) => Number(a) - Number(b));
}

function chart(city: City, speeds: string[]): SVGElement {
    const figure = (speed: string, key: string): number => city.data.figure(`${prefix}${speed}.${key}`) ?? 0;
    const lines = speeds.map((speed) => ({
        title: t('value_speed', speed),
        isStrong: Number(speed) === city.data.figure('speed_m_per_min'),
        parts: [
            { amount: figure(speed, 'given_m2'), colour: colours.blue },
            { amount: figure(speed, 'residual_m2'), colour: colours.red },
        ],
    }));
    const spoken = speeds
        .map((speed) =>
            t('sensitivity_spoken', speed, squareMetres(figure(speed, 'given_m2')), squareMetres(figure(speed, 'residual_m2'))),
        )
        .join('; ');
    return barsChart(lines, spoken);
}

function table(city: City, speeds: string[]): HTMLElement {
    const keys = ['links', 'given_m2', 'residual_m2', 'schools_meet_after'];
    const heads = [
        t('sensitivity_speed'),
        t('sensitivity_links'),
        t('sensitivity_given'),
        t('figure_residual'),
        t('sensitivity_meet'),
    ];
    return el(
        'div',
        { class: 'table-frame', role: 'region', tabindex: 0, 'aria-label': t('section_sensitivity') },
        el(
            'table',
            {},
            el('caption', { class: 'unseen' }, t('section_sensitivity')),
            el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: 'number' }, head)))),
            el(
                'tbody',
                {},
                ...speeds.map((speed) =>
                    el(
                        'tr',
                        {},
                        el('th', { scope: 'row', class: 'number' }, t('value_speed', speed)),
                        ...keys.map((key) => {
                            const value = city.data.figure(`${prefix}${speed}.${key}`);
                            return el('td', { class: 'number' }, key.endsWith('m2') ? exact(value) : whole(value));
                        }),
                    ),
                ),
            ),
        ),
    );
}

export function sensitivitySection(city: City): HTMLElement {
    const speeds = speedsOf(city);
    if (speeds.length === 0) {
        return section('sensitivity', t('section_sensitivity'), el('p', {}, t('sensitivity_none')));
    }
    const legend = el(
        'p',
        { class: 'legend-line' },
        el('span', {}, swatch(colours.blue, 'square'), t('sensitivity_given')),
        el('span', {}, swatch(colours.red, 'square'), t('figure_residual')),
    );
    return section(
        'sensitivity',
        t('section_sensitivity'),
        el('p', { class: 'note' }, t('sensitivity_note')),
        legend,
        chart(city, speeds),
        table(city, speeds),
    );
}
