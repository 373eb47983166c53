// The gap at each run, and the straight line on which it would have to fall.

import { svg } from '../components/dom';
import type { Run } from '../data/quarter';
import { whole } from '../format';
import { colours } from '../looks';
import { t } from '../words';
import { chartWidth } from './chart_width';
import { niceStep } from './histogram_chart';

const height = 230;
const left = 64;
const right = 20;
const top = 30;
const bottom = 34;

interface Point {
    day: number;
    amount: number;
}

function dayOf(date: string): number {
    return Date.parse(`${date}T00:00:00Z`);
}

interface Scales {
    width: number;
    x: (day: number) => number;
    y: (amount: number) => number;
    most: number;
}

function scalesOf(points: Point[]): Scales {
    const width = chartWidth();
    const days = points.map(({ day }) => day);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const most = Math.max(1, ...points.map(({ amount }) => amount));
    return {
        width,
        most,
        x: (day) => (first === last ? left : left + ((day - first) / (last - first)) * (width - left - right)),
        y: (amount) => height - bottom - (amount / most) * (height - bottom - top),
    };
}

function path(points: Point[], { x, y }: Scales): string {
    return points.map(({ day, amount }, place) => `${place === 0 ? 'M' : 'L'}${x(day)} ${y(amount)}`).join(' ');
}

function heights({ width, most, y }: Scales): SVGElement[] {
    const lines: SVGElement[] = [];
    for (let amount = 0; amount <= most; amount += niceStep(most)) {
        lines.push(
            svg('line', { class: 'grid', x1: left, x2: width - right, y1: y(amount), y2: y(amount) }),
            svg('text', { class: 'tick', x: left - 6, y: y(amount) + 4, 'text-anchor': 'end' }, whole(amount)),
        );
    }
    return lines;
}

/** The first and the last day, and between them those that leave room for their names. */
function ticks(days: string[], { x }: Scales): SVGElement[] {
    const room = 84;
    const roomOfFirst = 116; // it stands beside its day, not under it
    const shown: string[] = [];
    const last = days[days.length - 1];
    for (const day of days) {
        const before = shown[shown.length - 1];
        const wanted = shown.length === 1 ? roomOfFirst : room;
        const hasRoom = before === undefined || x(dayOf(day)) - x(dayOf(before)) >= wanted;
        if (day === last && !hasRoom) {
            shown.pop();
        }
        if (day === last || (hasRoom && last !== undefined && x(dayOf(last)) - x(dayOf(day)) >= roomOfFirst)) {
            shown.push(day);
        }
    }
    return shown.map((day, place) => {
        const anchor = place === 0 ? 'start' : place === shown.length - 1 ? 'end' : 'middle';
        return svg('text', { class: 'tick', x: x(dayOf(day)), y: height - bottom + 18, 'text-anchor': anchor }, day);
    });
}

/** `until`: where the straight line ends; empty where there is none. */
export function paceChart(runs: Run[], until: string, spoken: string): SVGElement {
    const actual = runs.flatMap((run) => (run.gap_m2 === null ? [] : [{ day: dayOf(run.as_of), amount: run.gap_m2 }]));
    const line = runs.flatMap((run) => (run.line_gap_m2 === null ? [] : [{ day: dayOf(run.as_of), amount: run.line_gap_m2 }]));
    if (line.length > 0) {
        line.push({ day: dayOf(until), amount: 0 });
        line.sort((a, b) => a.day - b.day);
    }
    const scales = scalesOf([...actual, ...line]);
    const days = [...new Set([...runs.map((run) => run.as_of), ...(line.length > 0 ? [until] : [])])].sort();
    const dot = ({ day, amount }: Point): SVGElement =>
        svg('circle', { cx: scales.x(day), cy: scales.y(amount), r: 4.5, fill: colours.red, stroke: '#fff' });
    return svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${scales.width} ${height}`, role: 'img', 'aria-label': spoken },
        ...heights(scales),
        line.length > 0 && svg('path', { class: 'pace-line', d: path(line, scales) }),
        svg('path', { class: 'pace', d: path(actual, scales), stroke: colours.red }),
        ...actual.map(dot),
        ...ticks(days, scales),
        svg('text', { class: 'tick', x: left, y: 12, 'text-anchor': 'start' }, t('pace_unit')),
    );
}
