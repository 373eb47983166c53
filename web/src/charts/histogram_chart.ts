// How many schools have how much ground for each pupil: before as a bar, after as an outline, the standard as a line.

import { svg } from '../components/dom';
import { colours } from '../looks';
import { t } from '../words';
import { chartWidth } from './chart_width';

export interface Histogram {
    /** Where bins begin, in m2 per pupil; the standard is the beginning of one, and the last one is open. */
    edges: number[];
    before: number[];
    after: number[];
    standard: number | null;
}

const bins = 20;

export function edgesOf(standard: number | null): number[] {
    const step = standard !== null && standard > 12 ? 2 : 1;
    const first = standard === null ? 0 : standard % step;
    const edges = Array.from({ length: bins + 1 }, (_, place) => first + place * step);
    return first > 0 ? [0, ...edges.slice(0, bins)] : edges;
}

export function histogramOf(before: number[], after: number[], standard: number | null): Histogram {
    const edges = edgesOf(standard);
    const count = (values: number[]): number[] =>
        edges.map((edge, place) => {
            const next = edges[place + 1] ?? Infinity;
            return values.filter((value) => value >= edge - 5e-5 && value < next - 5e-5).length;
        });
    return { edges, before: count(before), after: count(after), standard };
}

const height = 240;
const left = 40;
const right = 16;
const bottom = 40;
const top = 26;

interface Scales {
    width: number;
    x: (value: number) => number;
    y: (count: number) => number;
    most: number;
}

function scalesOf({ edges, before, after }: Histogram): Scales {
    const most = Math.max(1, ...before, ...after);
    const end = edges[edges.length - 1]! + 1;
    const width = chartWidth();
    return {
        width,
        most,
        x: (value) => left + (Math.min(value, end) / end) * (width - left - right),
        y: (count) => height - bottom - (count / most) * (height - bottom - top),
    };
}

export function niceStep(most: number): number {
    const power = 10 ** Math.floor(Math.log10(Math.max(most / 4, 1)));
    const wanted = [1, 2, 5, 10].find((factor) => factor * power * 4 >= most) ?? 10;
    return wanted * power;
}

function heights({ width, most, y }: Scales): SVGElement[] {
    const lines: SVGElement[] = [];
    for (let count = 0; count <= most; count += niceStep(most)) {
        lines.push(
            svg('line', { class: 'grid', x1: left, x2: width - right, y1: y(count), y2: y(count) }),
            svg('text', { class: 'tick', x: left - 6, y: y(count) + 4, 'text-anchor': 'end' }, count),
        );
    }
    return lines;
}

function ticks({ edges }: Histogram, { x }: Scales): SVGElement[] {
    const last = edges[edges.length - 1]!;
    const every = last > 25 ? 4 : 2;
    const whole = Array.from({ length: Math.floor((last - 2) / every) + 1 }, (_, place) => place * every);
    const tick = (value: number, text: string | number): SVGElement =>
        svg('text', { class: 'tick', x: x(value), y: height - bottom + 16, 'text-anchor': 'middle' }, text);
    return [...whole.map((value) => tick(value, value)), tick(last + 0.5, `≥ ${last}`)];
}

function bars({ edges, before, after, standard }: Histogram, { x, y }: Scales): SVGElement[] {
    return edges.flatMap((edge, bin) => {
        const from = x(edge) + 1.5;
        const length = Math.max(1, x(edges[bin + 1] ?? edge + 1) - from - 1.5);
        const colour = standard !== null && edge < standard - 5e-5 ? colours.red : colours.green;
        const bar = {
            x: from,
            width: length,
            y: y(before[bin]!),
            height: y(0) - y(before[bin]!),
            fill: colour,
            'fill-opacity': 0.75,
        };
        const outline = after[bin]! > 0 ? `M${from} ${y(0)} V${y(after[bin]!)} h${length} V${y(0)}` : '';
        return [svg('rect', bar), svg('path', { class: 'after', d: outline })];
    });
}

function standardLine(standard: number | null, { x, y }: Scales): SVGElement[] {
    return standard === null
        ? []
        : [
              svg('line', { class: 'standard', x1: x(standard), x2: x(standard), y1: top - 12, y2: y(0) }),
              svg('text', { class: 'standard', x: x(standard) + 6, y: top - 5 }, t('histogram_standard', standard)),
          ];
}

export function histogramChart(histogram: Histogram, spoken: string): SVGElement {
    const scales = scalesOf(histogram);
    return svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${scales.width} ${height}`, role: 'img', 'aria-label': spoken },
        ...heights(scales),
        ...bars(histogram, scales),
        ...ticks(histogram, scales),
        ...standardLine(histogram.standard, scales),
        svg('text', { class: 'tick', x: scales.width - right, y: height - 4, 'text-anchor': 'end' }, t('histogram_unit')),
    );
}
