// One stacked bar a line: what is closed and what stays open.

import { svg } from '../components/dom';
import { chartWidth } from './chart_width';

export interface BarPart {
    amount: number;
    colour: string;
}

export interface BarLine {
    title: string;
    parts: BarPart[];
    isStrong?: boolean;
}

const titleWidth = 100;
const barHeight = 26;
const lineHeight = 38;

export function barsChart(lines: BarLine[], spoken: string): SVGElement {
    const width = chartWidth();
    const total = (line: BarLine): number => line.parts.reduce((sum, part) => sum + part.amount, 0);
    const scale = (width - titleWidth) / Math.max(1, ...lines.map(total));
    const groups = lines.map((line, place) => {
        const y = place * lineHeight;
        const middle = y + barHeight / 2 + 5;
        let from = titleWidth;
        const parts = line.parts.map((part) => {
            const length = part.amount * scale;
            const x = from;
            from += length;
            return svg('rect', { x, y, width: length, height: barHeight, fill: part.colour });
        });
        const title = { x: titleWidth - 10, y: middle, 'text-anchor': 'end', class: line.isStrong ? 'strong' : null };
        return svg('g', {}, svg('text', title, line.title), ...parts);
    });
    return svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${width} ${lines.length * lineHeight}`, role: 'img', 'aria-label': spoken },
        ...groups,
    );
}
