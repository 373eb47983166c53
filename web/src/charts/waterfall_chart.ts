// Rectangles that start where the one before ended: from what is asked for down to what stays open.

import { exact, whole } from '../format';
import { channelColour, channels, colours } from '../looks';
import type { Waterfall } from '../data/waterfall';
import { named, t } from '../words';
import { svg } from '../components/dom';
import { chartWidth } from './chart_width';

interface Step {
    title: string;
    amount: number;
    from: number;
    colour: string;
}

export function stepsOf(waterfall: Waterfall): Step[] {
    const steps: Step[] = [{ title: t('waterfall_required'), amount: waterfall.required, from: 0, colour: '#444' }];
    let left = waterfall.required;
    const takeOff = (title: string, amount: number, colour: string): void => {
        left -= amount;
        steps.push({ title, amount, from: left, colour });
    };
    takeOff(t('waterfall_own'), waterfall.own, colours.green);
    for (const channel of channels) {
        takeOff(named('channel', channel), waterfall.given[channel], channelColour[channel]);
    }
    steps.push({ title: t('waterfall_residual'), amount: waterfall.residual, from: 0, colour: colours.red });
    return steps;
}

const titleWidth = 100;
const amountWidth = 105;
const barHeight = 26;
const lineHeight = 38;

/** Lying bars: titles of any length and a phone's width both have their place. */
export function waterfallChart(waterfall: Waterfall): SVGElement {
    const steps = stepsOf(waterfall);
    const width = chartWidth();
    const scale = (width - titleWidth - amountWidth) / Math.max(waterfall.required, 1);
    const height = steps.length * lineHeight;
    const lines = steps.map((step, place) => {
        const y = place * lineHeight;
        const x = titleWidth + step.from * scale;
        const length = Math.max(step.amount * scale, step.amount > 0 ? 1.5 : 0);
        const middle = y + barHeight / 2 + 5;
        return svg(
            'g',
            {},
            svg('text', { x: titleWidth - 10, y: middle, 'text-anchor': 'end' }, step.title),
            svg('rect', { x, y, width: length, height: barHeight, fill: step.colour }),
            svg('text', { x: x + length + 6, y: middle, class: 'amount' }, t('value_m2', whole(step.amount))),
            place + 1 < steps.length &&
                svg('line', {
                    class: 'joint',
                    x1: place === 0 ? x + length : x,
                    x2: place === 0 ? x + length : x,
                    y1: y + barHeight,
                    y2: y + lineHeight,
                }),
        );
    });
    const spoken = steps.map((step) => `${step.title}: ${t('value_m2', exact(step.amount))}`).join('; ');
    return svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': spoken }, ...lines);
}
