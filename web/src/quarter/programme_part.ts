// Rural grounds by surface, and the dated quantities of the programme.

import { el, name, type Child } from '../components/dom';
import type { ProgrammeRow, Quarter, Surface } from '../data/quarter';
import { exact, unknown, whole } from '../format';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';
import { part } from './part';

function yesOrNo(value: number | null): string {
    return value === null ? unknown : value ? t('passes_yes') : t('passes_no');
}

function ruralTable({ raw }: Quarter): Child {
    return (
        raw.rural.length > 0 &&
        smallTable(
            t('rural_lines'),
            [t('rural_key'), t('rural_value'), t('rural_unit')],
            raw.rural.map((line) => [name(named('figure_key', line.key)), exact(line.value), name(line.unit)]),
            [1],
        )
    );
}

function surfacesTable(surfaces: Surface[]): Child {
    const heads = ['district', 'rural', 'kind', 'hard', 'grounds', 'area'] as const;
    return (
        surfaces.length > 0 &&
        smallTable(
            t('rural_surfaces'),
            heads.map((head) => named('surface', head)),
            surfaces.map((row) => [
                name(row.district || unknown),
                yesOrNo(row.rural),
                name(row.surface),
                yesOrNo(row.hard),
                whole(row.grounds),
                exact(row.area_m2),
            ]),
            [4, 5],
        )
    );
}

function programmeTable(rows: ProgrammeRow[]): Child {
    const heads = ['name', 'year', 'target', 'done', 'pace', 'forecast', 'total', 'unit'] as const;
    return (
        rows.length > 0 &&
        smallTable(
            t('programme_rows'),
            heads.map((head) => named('programme', head)),
            rows.map((row) => [
                name(row.name),
                row.year,
                exact(row.target),
                exact(row.done),
                exact(row.pace),
                name(row.forecast_year || unknown),
                exact(row.total),
                name(row.unit),
            ]),
            [2, 3, 4, 6],
        )
    );
}

/** Null where the result tells of neither. */
export function programmePart(quarter: Quarter): HTMLElement | null {
    const { rural, surfaces, programme } = quarter.raw;
    if (rural.length + surfaces.length + programme.length === 0) {
        return null;
    }
    return part(
        'quarter-programme',
        t('part_programme'),
        el('div', {}, programmeTable(programme), ruralTable(quarter), surfacesTable(surfaces)),
    );
}
