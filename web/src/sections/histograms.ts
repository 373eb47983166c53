import { histogramChart, histogramOf } from '../charts/histogram_chart';
import { swatch } from '../components/chip';
import { el, section, svg } from '../components/dom';
import type { City } from '../data/city';
import { exact } from '../format';
import { colours } from '../looks';
import { named, t } from '../words';

function isKnown(value: number | null): value is number {
    return value !== null;
}

/** The standard that most schools of the stage have; none where it hangs on the number of pupils, so that most have one of their own. */
function usualStandard(city: City, rows: number[]): number | null {
    const standards = rows.map((row) => city.stages.number(row, 'standard_m2')).filter(isKnown);
    const counts = new Map<number, number>();
    for (const standard of standards) {
        counts.set(standard, (counts.get(standard) ?? 0) + 1);
    }
    const [usual, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
    return 2 * count > standards.length ? usual : null;
}

function stageChart(city: City, stage: string, rows: number[]): HTMLElement {
    const before = rows.map((row) => city.stages.number(row, 'per_pupil_m2')).filter(isKnown);
    const after = rows.map((row) => city.stages.number(row, 'per_pupil_after_m2')).filter(isKnown);
    const standard = usualStandard(city, rows);
    const below = (values: number[]): number =>
        standard === null ? 0 : values.filter((value) => value < standard - 5e-5).length;
    const spoken =
        standard === null
            ? t('histogram_spoken_plain', named('stage', stage), before.length)
            : t('histogram_spoken', named('stage', stage), before.length, exact(standard), below(before), below(after));
    const title = el('h3', {}, named('stage', stage));
    if (before.length === 0) {
        return el('div', {}, title, el('p', {}, t('histogram_none')));
    }
    return el('div', {}, title, el('p', { class: 'note' }, spoken), histogramChart(histogramOf(before, after, standard), spoken));
}

function legend(): HTMLElement {
    const outline = svg(
        'svg',
        { class: 'swatch', width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' },
        svg('path', { class: 'after', d: 'M2 14 V2 h10 V14' }),
    );
    return el(
        'p',
        { class: 'legend-line' },
        el('span', {}, swatch(colours.red, 'square'), t('histogram_below')),
        el('span', {}, swatch(colours.green, 'square'), t('histogram_above')),
        el('span', {}, outline, t('histogram_after')),
    );
}

export function histogramsSection(city: City): HTMLElement {
    const stages = city.stages.rowsBy('stage');
    const shown = ['primary', 'junior', 'senior'].filter((stage) => stages.has(stage));
    if (shown.length === 0) {
        return section('histograms', t('section_histograms'), el('p', {}, t('histogram_no_stages')));
    }
    return section(
        'histograms',
        t('section_histograms'),
        legend(),
        el('div', { class: 'columns' }, ...shown.map((stage) => stageChart(city, stage, stages.get(stage) ?? []))),
    );
}
