// The map as an image for paper, with a scale bar of its own: that on the screen would be wrong where the image is shrunk.

import type { Map as MapLibreMap } from 'maplibre-gl';

const longestBarPx = 140;

/** 1, 2 or 5 times a power of ten, at most `most`. */
export function roundLength(most: number): number {
    const power = 10 ** Math.floor(Math.log10(most));
    const factor = [5, 2, 1].find((one) => one * power <= most) ?? 1;
    return factor * power;
}

function metresPerPixel(map: MapLibreMap): number {
    const { clientHeight: height } = map.getContainer();
    const span = 100;
    return map.unproject([0, height / 2]).distanceTo(map.unproject([span, height / 2])) / span;
}

function drawScaleBar(context: CanvasRenderingContext2D, map: MapLibreMap, width: number, height: number): void {
    const perPixel = metresPerPixel(map);
    const metres = roundLength(longestBarPx * perPixel);
    const length = metres / perPixel;
    const [left, bottom] = [14, height - 14];
    context.fillStyle = 'rgb(255 255 255 / 85%)';
    context.fillRect(left - 8, bottom - 26, Math.min(length + 16, width), 34);
    context.strokeStyle = context.fillStyle = '#111';
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(left, bottom - 6);
    context.lineTo(left, bottom);
    context.lineTo(left + length, bottom);
    context.lineTo(left + length, bottom - 6);
    context.stroke();
    context.font = '13px sans-serif';
    context.fillText(metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, left + 4, bottom - 10);
}

export function pictureForPaper(map: MapLibreMap): string {
    map.redraw(); // the drawing is there only until the browser shows it
    const source = map.getCanvas();
    const { clientWidth, clientHeight } = map.getContainer();
    const picture = document.createElement('canvas');
    picture.width = source.width;
    picture.height = source.height;
    const context = picture.getContext('2d')!;
    context.drawImage(source, 0, 0);
    context.scale(source.width / clientWidth, source.height / clientHeight);
    drawScaleBar(context, map, clientWidth, clientHeight);
    return picture.toDataURL('image/png');
}
