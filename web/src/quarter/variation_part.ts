// Part 4: the coefficient of variation of each district and stage, and the schools that drive it.

import type { Choice } from '../components/choice';
import { el, name, type Child } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { City } from '../data/city';
import type { Driver, Quarter, Reading, StageVariation } from '../data/quarter';
import { decimals, exact, unknown, whole } from '../format';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';
import { districtName, part } from './part';
import { schoolLink } from './school_link';

const ratio = (value: number | null): string => decimals(value, 4);

function driversCell(city: City, choice: Choice, drivers: Driver[]): Child {
    return el(
        'ul',
        { class: 'drivers' },
        ...drivers.map((driver) =>
            el(
                'li',
                {},
                schoolLink(city, choice, driver.school_id, driver.school || driver.school_id),
                ' ',
                t('variation_driver', decimals(100 * driver.share, 1), exact(driver.per_pupil_m2)),
            ),
        ),
    );
}

/** Above its limit; the city has none. */
function isAbove({ cv, limit }: StageVariation): boolean {
    return limit !== null && cv > limit;
}

function columnsOf(city: City, choice: Choice): Column<StageVariation>[] {
    return [
        { title: t('district_name'), value: (row) => districtName(row.district), cell: (row) => name(districtName(row.district)), isHead: true },
        { title: t('stage_name'), value: (row) => named('stage', row.stage) },
        { title: t('district_schools'), value: (row) => row.schools, cell: (row) => whole(row.schools), isNumber: true },
        { title: t('schools_per_pupil'), value: (row) => row.mean_m2, cell: (row) => exact(row.mean_m2), isNumber: true },
        {
            title: t('variation_cv'),
            value: (row) => row.cv,
            cell: (row) => el('span', { class: isAbove(row) ? 'above' : null }, ratio(row.cv)),
            isNumber: true,
        },
        { title: t('variation_limit'), value: (row) => row.limit, cell: (row) => decimals(row.limit), isNumber: true },
        {
            title: t('variation_drivers'),
            value: (row) => row.drivers[0]?.school ?? '',
            cell: (row) => driversCell(city, choice, row.drivers),
        },
    ];
}

function verdict(passes: number | null): string {
    return passes === null ? unknown : passes ? t('passes_yes') : t('passes_no');
}

function readingsTable(readings: Reading[]): Child {
    const heads = ['district', 'stage', 'limit', 'weighted', 'weighted_rounded', 'plain', 'plain_rounded'] as const;
    const cell = (cv: number | null, passes: number | null): string => t('reading_cell', ratio(cv), verdict(passes));
    return (
        readings.length > 0 &&
        smallTable(
            t('variation_readings'),
            heads.map((head) => named('reading', head)),
            readings.map((row) => [
                name(districtName(row.district)),
                named('stage', row.stage),
                decimals(row.limit),
                cell(row.cv_weighted, row.passes_weighted),
                cell(row.cv_weighted_rounded, row.passes_weighted_rounded),
                cell(row.cv_plain, row.passes_plain),
                cell(row.cv_plain_rounded, row.passes_plain_rounded),
            ]),
            [2, 3, 4, 5, 6],
        )
    );
}

export function variationPart(city: City, { raw }: Quarter, choice: Choice): HTMLElement {
    const table = new SortableTable(t('part_variation'), columnsOf(city, choice), raw.variation, 'all');
    return part(
        'quarter-variation',
        t('part_variation'),
        el('p', { class: 'note' }, t('variation_note')),
        table.element,
        readingsTable(raw.readings),
    );
}
