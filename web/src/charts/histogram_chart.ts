// How many schools have how much ground for each pupil: before as a bar, after as an outline, the standard as a line.

import { colours } from '../looks';
import { svg } from '../components/dom';
import { t } from '../words';

export interface Histogram {
    /** The lower ends of the bins; the last one is open. */
    step: number;
    before: number[];
    after: number[];
    standard: number | null;
}

const mostBins = 20;

export function histogramOf(before: number[], after: number[], standard: number | null): Histogram {
    const step = standard !== null && standard > 12 ? 2 : 1;
    const count = (values: number[]): number[] => {
        const bins = new Array<number>(mostBins + 1).fill(0);
        for (const value of values) {
            const bin = Math.min(Math.floor(value / step + 1e-9), mostBins);
            bins[bin] = (bins[bin] ?? 0) + 1;
        }
        return bins;
    };
    return { step, before: count(before), after: count(after), standard };
}

const width = 640;
const height = 240;
const left = 40;
const right = 16;
const bottom = 40;
const top = 26;

function niceStep(most: number): number {
    const power = 10 ** Math.floor(Math.log10(Math.max(most, 1) / 4 || 1));
    const wanted = [1, 2, 5, 10].find((factor) => factor * power * 4 >= most) ?? 10;
    return Math.max(1, wanted * power);
}

function axis(most: number, y: (count: number) => number): SVGElement[] {
    const lines: SVGElement[] = [];
    for (let count = 0; count <= most; count += niceStep(most)) {
        lines.push(
            svg('line', { class: 'grid', x1: left, x2: width - right, y1: y(count), y2: y(count) }),
            svg('text', { class: 'tick', x: left - 6, y: y(count) + 4, 'text-anchor': 'end' }, count),
        );
    }
    return lines;
}

export function histogramChart(histogram: Histogram, spoken: string): SVGElement {
    const { step, before, after, standard } = histogram;
    const most = Math.max(1, ...before, ...after);
    const binWidth = (width - left - right) / before.length;
    const x = (value: number): number => left + (value / step) * binWidth;
    const y = (count: number): number => height - bottom - (count / most) * (height - bottom - top);
    const bars = before.map((count, bin) => {
        const isBelow = standard !== null && (bin + 1) * step <= standard;
        return svg('rect', {
            x: x(bin * step) + 1.5,
            width: binWidth - 3,
            y: y(count),
            height: y(0) - y(count),
            fill: isBelow ? colours.red : colours.green,
            'fill-opacity': 0.75,
        });
    });
    const outlines = after.map((count, bin) =>
        svg('path', {
            class: 'after',
            d: count > 0 ? `M${x(bin * step) + 1.5} ${y(0)} V${y(count)} h${binWidth - 3} V${y(0)}` : '',
        }),
    );
    const ticks = before.map((_, bin) =>
        svg(
            'text',
            {
                class: 'tick',
                x: bin === mostBins ? x(bin * step) + binWidth / 2 : x(bin * step),
                y: height - bottom + 16,
                'text-anchor': 'middle',
            },
            bin === mostBins ? `≥ ${bin * step}` : bin % 2 === 0 ? bin * step : '',
        ),
    );
    const line =
        standard === null
            ? []
            : [
                  svg('line', { class: 'standard', x1: x(standard), x2: x(standard), y1: top - 8, y2: y(0) }),
                  svg('text', { class: 'standard', x: x(standard) + 5, y: top - 1 }, t('histogram_standard', standard)),
              ];
    return svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': spoken },
        ...axis(most, y),
        ...bars,
        ...outlines,
        ...ticks,
        ...line,
        svg('text', { class: 'tick', x: width - right, y: height - 4, 'text-anchor': 'end' }, t('histogram_unit')),
    );
}
