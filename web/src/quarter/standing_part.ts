// Part 1: schools that meet, pupils in those that do not, and the gap now, at the run before and at the first run.

import { name } from '../components/dom';
import { SortableTable, type Column } from '../components/sortable_table';
import type { Quarter, Standing } from '../data/quarter';
import { exact, whole } from '../format';
import { named, t } from '../words';
import { districtName, part } from './part';

type FigureOf = 'meets' | 'near' | 'short' | 'unknown' | 'pupils_short' | 'gap_m2' | 'gap_before_m2' | 'gap_first_m2';

function figure(title: string, key: FigureOf, shown = whole): Column<Standing> {
    return { title, value: (row) => row[key], cell: (row) => shown(row[key]), isNumber: true };
}

export function standingPart({ raw }: Quarter): HTMLElement {
    const columns: Column<Standing>[] = [
        { title: t('district_name'), value: (row) => districtName(row.district), cell: (row) => name(districtName(row.district)), isHead: true },
        { title: t('stage_name'), value: (row) => (row.stage ? named('stage', row.stage) : t('standing_all_stages')) },
        figure(t('standing_meets'), 'meets'),
        figure(t('standing_near'), 'near'),
        figure(t('standing_short'), 'short'),
        figure(t('standing_unknown'), 'unknown'),
        figure(t('standing_pupils_short'), 'pupils_short'),
        figure(t('issue_current'), 'gap_m2', exact),
        figure(t('standing_gap_before'), 'gap_before_m2', exact),
        figure(t('standing_gap_first'), 'gap_first_m2', exact),
    ];
    const table = new SortableTable(t('part_standing'), columns, raw.standing, 'all');
    return part('quarter-standing', t('part_standing'), table.element);
}
