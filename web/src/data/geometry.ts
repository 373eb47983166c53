// Shapes of the data block as GeoJSON, the boxes around them, and their middles.

import type { Shape, Table } from './table';

export type Position = [number, number];

function positions(run: number[], unitsPerDegree: number): Position[] {
    const points: Position[] = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < run.length; i += 2) {
        x += run[i]!;
        y += run[i + 1]!;
        points.push([x / unitsPerDegree, y / unitsPerDegree]);
    }
    return points;
}

/** The runs of a shape, whatever it is. */
function runsOf(shape: Shape): number[][] {
    return typeof shape[0] === 'number' ? [shape as number[]] : (shape as Shape[]).flatMap(runsOf);
}

function depth(shape: Shape): number {
    const first = shape[0];
    return Array.isArray(first) ? 1 + depth(first as Shape) : 1;
}

function geometry(shape: Shape, units: number): GeoJSON.Geometry {
    const line = (run: number[]): Position[] => positions(run, units);
    switch (depth(shape)) {
        case 1:
            return { type: 'Point', coordinates: line(shape as number[])[0] ?? [0, 0] };
        case 2:
            return { type: 'MultiLineString', coordinates: (shape as number[][]).map(line) };
        default:
            return { type: 'MultiPolygon', coordinates: (shape as number[][][]).map((polygon) => polygon.map(line)) };
    }
}

/** The features of these rows of a layer; each has its row as id. */
export function features(
    table: Table,
    rows: number[],
    properties: (row: number) => Record<string, string | number | null>,
): GeoJSON.FeatureCollection {
    const found: GeoJSON.Feature[] = [];
    for (const row of rows) {
        const shape = table.shape(row);
        if (shape && shape.length > 0) {
            found.push({
                type: 'Feature',
                id: row,
                geometry: geometry(shape, table.unitsPerDegree),
                properties: properties(row),
            });
        }
    }
    return { type: 'FeatureCollection', features: found };
}

export class Box {
    west = Infinity;
    south = Infinity;
    east = -Infinity;
    north = -Infinity;

    get isEmpty(): boolean {
        return this.west > this.east;
    }

    get corners(): [Position, Position] {
        return [
            [this.west, this.south],
            [this.east, this.north],
        ];
    }

    add(table: Table, row: number): void {
        const shape = table.shape(row);
        for (const [x, y] of shape ? runsOf(shape).flatMap((run) => positions(run, table.unitsPerDegree)) : []) {
            this.west = Math.min(this.west, x);
            this.east = Math.max(this.east, x);
            this.south = Math.min(this.south, y);
            this.north = Math.max(this.north, y);
        }
    }
}

export function boxOf(table: Table, rows: number[] = table.rows): Box {
    const box = new Box();
    rows.forEach((row) => box.add(table, row));
    return box;
}

/** The point in the middle of a row's shape: of an area the centroid of its longest outer ring. Null where there is no shape. */
export function middleOf(table: Table, row: number): Position | null {
    const shape = table.shape(row);
    const longest = (shape ? runsOf(shape) : []).reduce((long, run) => (run.length > long.length ? run : long), []);
    return longest.length === 0 ? null : centroid(positions(longest, table.unitsPerDegree));
}

function centroid(points: Position[]): Position {
    const [x0, y0] = points[0]!;
    let [area, x, y] = [0, 0, 0];
    points.forEach(([ax, ay], place) => {
        const [bx, by] = points[(place + 1) % points.length]!;
        const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
        area += cross;
        x += cross * (ax + bx - 2 * x0);
        y += cross * (ay + by - 2 * y0);
    });
    const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
    return Math.abs(area) < 1e-14 ? [mean(0), mean(1)] : [x0 + x / (3 * area), y0 + y / (3 * area)];
}
