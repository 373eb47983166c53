// Part 7: what the figures were made of, and what changed since the run before.

import { el, name, type Child } from '../components/dom';
import type { City } from '../data/city';
import type { Change, Quarter } from '../data/quarter';
import { exact, unknown, whole } from '../format';
import { smallTable } from '../school/small_table';
import { named, t } from '../words';
import { part } from './part';

/** Of a digest its beginning tells whether it changed. */
function said(value: Change['now']): Child {
    const mostLetters = 24;
    if (value === null || typeof value === 'number') {
        return exact(value);
    }
    return name(value.length > mostLetters ? `${value.slice(0, 16)}…` : value);
}

function changesTable({ raw }: Quarter): Child {
    if (raw.changes.length === 0) {
        return el('p', { class: 'note' }, t('changes_none'));
    }
    const heads = (['what', 'before', 'now', 'changed'] as const).map((head) => named('changes_head', head));
    const rows = raw.changes.map((change): Child[] => [
        name(named('figure_key', change.key)),
        said(change.before),
        said(change.now),
        change.before === null ? unknown : t(change.is_same ? 'changes_same' : 'changes_changed'),
    ]);
    return smallTable(t('changes_caption'), heads, rows, []);
}

function sourcesTable(city: City): HTMLElement {
    const heads = (['input', 'file', 'used', 'left_out', 'crs', 'encoding'] as const).map((head) => named('provenance', head));
    const rows = (city.data.provenance.inputs ?? []).map((input): Child[] => [
        name(input.input),
        name([input.path, input.layer].filter(Boolean).join(' | ')),
        whole(input.used ?? null),
        whole(input.left_out ?? null),
        name(input.crs || unknown),
        name(input.encoding || unknown),
    ]);
    return smallTable(t('quality_sources'), heads, rows, [2, 3]);
}

/** What was guessed or doubted of encodings and coordinates, in the language in which the result was made. */
function guessesList({ raw }: Quarter): Child {
    return (
        raw.guesses.length > 0 &&
        el(
            'div',
            {},
            el('p', {}, t('quality_guesses')),
            el('ul', {}, ...raw.guesses.map((guess) => el('li', {}, name(`${guess.layer}: ${guess.message}`)))),
        )
    );
}

export function qualityPart(city: City, quarter: Quarter): HTMLElement {
    const figure = (key: string): number | null => city.data.figure(key);
    return part(
        'quarter-quality',
        t('part_quality'),
        el('p', {}, t('quality_walk', whole(figure('minutes')), exact(figure('speed_m_per_min')))),
        quarter.raw.overruled > 0 && el('p', { class: 'warning', role: 'note' }, t('quality_overruled', quarter.raw.overruled)),
        changesTable(quarter),
        sourcesTable(city),
        guessesList(quarter),
    );
}
