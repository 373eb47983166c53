// Part 2: what each channel has done, against the plan. What the plan names no channel for is shown, and never filled in.

import type { Child } from '../components/dom';
import { el } from '../components/dom';
import type { Quarter } from '../data/quarter';
import { exact } from '../format';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';
import { channelCell } from '../school/school_tables';
import { part } from './part';

export function channelsPart({ raw }: Quarter): HTMLElement {
    const rows: Child[][] = raw.channels.map((row) => [
        channelCell(row.channel),
        exact(row.planned_m2),
        exact(row.done_m2),
        exact(row.done_before_m2),
        exact(row.under_way_m2),
        exact(row.promised_m2),
    ]);
    if (raw.planned_unnamed_m2 !== null) {
        rows.push([t('channels_unnamed'), exact(raw.planned_unnamed_m2), '', '', '', '']);
    }
    if (raw.planned_shortfall_m2 !== null) {
        rows.push([t('channels_shortfall'), exact(raw.planned_shortfall_m2), '', '', '', '']);
    }
    const heads = (['channel', 'planned', 'done', 'done_before', 'under_way', 'promised'] as const).map((head) => named('channels', head));
    return part(
        'quarter-channels',
        t('part_channels'),
        smallTable(t('channels_caption'), heads, rows, [1, 2, 3, 4, 5]),
        el('p', { class: 'note' }, t('channels_unassigned', exact(raw.unassigned_m2), exact(raw.unassigned_before_m2)), t('sentence_gap'), t('channels_note')),
    );
}
