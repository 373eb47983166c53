// The city's layers as sources of the map.

import type { City } from '../data/city';
import { features, middleOf } from '../data/geometry';
import type { Table } from '../data/table';
import { minutesOf } from '../format';
import { t } from '../words';

type Collection = GeoJSON.FeatureCollection;

const pixelsPerMm = 3.78;

/** As the QGIS styles have it: from `low` to `high` mm where the root of the amount goes from 0 to `most`. */
function sizePx(amount: number | null, most: number, low: number, high: number): number {
    const share = Math.min(1, Math.sqrt(Math.max(0, amount ?? 0)) / most);
    return (low + share * (high - low)) * pixelsPerMm;
}

function schools(city: City): Collection {
    const { schools: table } = city;
    return features(table, table.rows, (row) => ({
        name: city.schoolName(row),
        status: table.text(row, 'status'),
        gap: table.number(row, 'gap_m2') ?? 0,
        size: sizePx(table.number(row, 'gap_m2'), 100, 2.4, 8),
    }));
}

/** Schools that have an issue, by its state; the larger, the more is lacking now. */
function strikeOff(city: City, isWanted: (schoolId: string) => boolean): Collection {
    const { schools: table } = city;
    const { quarter } = city.data;
    const idOf = (row: number): string => table.text(row, 'school_id');
    const rows = table.rows.filter((row) => quarter?.sheetOf(idOf(row)) && isWanted(idOf(row)));
    return features(table, rows, (row) => {
        const sheet = quarter?.sheetOf(idOf(row)) ?? null;
        const issues = sheet === null ? [] : (quarter?.issuesOf(sheet) ?? []);
        const gap = issues.reduce((sum, issue) => sum + (issue.current_gap_m2 ?? 0), 0);
        return { name: city.schoolName(row), state: sheet?.state ?? '', gap, size: sizePx(gap, 100, 2.4, 8) };
    });
}

/** With the shortest walk to it, on the page of a register. */
function venueTitle(city: City, row: number): string {
    const walk = city.data.quarter?.leastWalk(city.venues.text(row, 'venue_id')) ?? null;
    return walk === null ? city.venueName(row) : t('map_venue', city.venueName(row), minutesOf(walk));
}

function venues(city: City): Collection {
    const { venues: table } = city;
    const use = (row: number): string =>
        (table.number(row, 'rented_m2') ?? 0) > 0
            ? 'rented'
            : (table.number(row, 'schools_in_reach') ?? 0) > 0
              ? 'in_reach'
              : 'out_of_reach';
    return features(table, table.rows, (row) => ({
        name: venueTitle(city, row),
        use: use(row),
        size: sizePx(table.number(row, 'area_m2'), 150, 1.6, 6),
    }));
}

function links(city: City): Collection {
    const { links: table } = city;
    return features(table, table.rows, (row) => ({
        from: table.text(row, 'from_school'),
        to: table.text(row, 'to_id'),
        channel: table.text(row, 'channel'),
        size: sizePx(table.number(row, 'given_m2'), 80, 0.5, 2.4),
    }));
}

/** Existing estates by whether a school is near, planned ones by their verdict: one word for each colour of the legend. */
function estates(table: Table): Collection {
    const look = (row: number): string => {
        if (table.text(row, 'phase') === 'planned') {
            return table.text(row, 'verdict') || 'unknown';
        }
        const covered = table.number(row, 'covered');
        return covered === null ? 'cover_unknown' : covered ? 'covered' : 'uncovered';
    };
    return features(table, table.rows, (row) => ({ look: look(row) }));
}

function middles(table: Table, properties: (row: number) => Record<string, string>): Collection {
    const found: GeoJSON.Feature[] = [];
    for (const row of table.rows) {
        const middle = middleOf(table, row);
        if (middle) {
            found.push({
                type: 'Feature',
                id: row,
                geometry: { type: 'Point', coordinates: middle },
                properties: properties(row),
            });
        }
    }
    return { type: 'FeatureCollection', features: found };
}

/** Made when a layer is first shown: estates and streets of a large city are many. */
export type SourceMaker = () => Collection;

export function sourceMakers(city: City): Record<string, SourceMaker> {
    const { data } = city;
    const plain = (layer: string, columns: string[]): SourceMaker => {
        const table = data.table(layer);
        return () =>
            features(table, table.rows, (row) => Object.fromEntries(columns.map((column) => [column, table.cell(row, column)])));
    };
    const districts = data.table('districts');
    const issues = data.table('data_issues');
    return {
        districts: plain('districts', []),
        district_names: () =>
            middles(districts, (row) => ({ name: districts.text(row, 'name') || districts.text(row, 'district_id') })),
        streets: plain('streets', ['minutes']),
        residential: () => estates(data.table('residential')),
        campuses: plain('campuses', ['status']),
        bottlenecks: plain('bottlenecks', []),
        links: () => links(city),
        venues: () => venues(city),
        schools: () => schools(city),
        strike_off: () => strikeOff(city, () => true),
        unreachable: () => strikeOff(city, (id) => city.data.quarter?.isUnreachable(id) ?? false),
        data_issues: () => middles(issues, (row) => ({ severity: issues.text(row, 'severity') })),
    };
}

/** The walk areas of one school, the widest first. */
export function walkAreas(city: City, schoolId: string): Collection {
    const table = city.data.table('walk_areas');
    const rows = table.rows.filter((row) => table.text(row, 'school_id') === schoolId);
    rows.sort((a, b) => (table.number(b, 'minutes') ?? 0) - (table.number(a, 'minutes') ?? 0));
    return features(table, rows, (row) => ({ minutes: table.number(row, 'minutes') }));
}

export const noFeatures: Collection = { type: 'FeatureCollection', features: [] };
