// A word with the colour that stands for it on the map.

import { statusColour, strikeColour, type Status, type StrikeState } from '../looks';
import { named } from '../words';
import { el, svg } from './dom';

/** Colours are attributes of a drawing, never a style of an element: the page's policy lets no style in. */
export function swatch(colour: string, form: 'dot' | 'ring' | 'square' | 'line' | 'area' = 'dot'): SVGElement {
    const shapes = {
        dot: () => svg('circle', { cx: 7, cy: 7, r: 5, fill: colour, stroke: '#fff' }),
        ring: () => svg('circle', { cx: 7, cy: 7, r: 5, fill: 'none', stroke: colour, 'stroke-width': 2 }),
        square: () => svg('rect', { x: 2, y: 2, width: 10, height: 10, fill: colour, stroke: '#3c3c3c' }),
        line: () => svg('line', { x1: 0, y1: 7, x2: 14, y2: 7, stroke: colour, 'stroke-width': 4 }),
        area: () =>
            svg('rect', {
                x: 1,
                y: 2,
                width: 12,
                height: 10,
                fill: colour,
                'fill-opacity': 0.3,
                stroke: colour,
                'stroke-width': 1.5,
            }),
    };
    return svg('svg', { class: 'swatch', width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' }, shapes[form]());
}

export function statusChip(status: string): HTMLElement {
    const colour = statusColour[status as Status] ?? statusColour.unknown;
    return el('span', { class: 'chip' }, swatch(colour), named('status', status));
}

/** Of an issue, or of a school by its issues; a state that is none is shown as it is. */
export function strikeChip(state: string): HTMLElement {
    const colour = strikeColour[state as StrikeState];
    return el('span', { class: 'chip' }, colour && swatch(colour), named('strike', state));
}
