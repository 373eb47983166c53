// A quarter of strike-off: where the city stands, what is done, and whether the pace will do.

import type { Choice } from '../components/choice';
import { el, section, type Child } from '../components/dom';
import type { City } from '../data/city';
import type { Quarter } from '../data/quarter';
import { decimals, squareMetres, whole } from '../format';
import { t } from '../words';
import { channelsPart } from './channels_part';
import { issuesPart } from './issues_part';
import { pacePart } from './pace_part';
import { programmePart } from './programme_part';
import { qualityPart } from './quality_part';
import { standingPart } from './standing_part';
import { variationPart } from './variation_part';

function tile(title: string, value: string, note: string): HTMLElement {
    return el('div', { class: 'tile' }, el('dt', {}, title), el('dd', {}, el('strong', {}, value), note && el('span', {}, note)));
}

function tiles({ raw }: Quarter): HTMLElement {
    const { counts } = raw;
    const city = raw.standing.find(({ district, stage }) => district === '' && stage === '');
    const percent = counts.closed_percent;
    return el(
        'dl',
        { class: 'tiles' },
        tile(
            t('quarter_rate'),
            percent === null ? t('quarter_rate_none') : t('value_percent', decimals(percent, 1)),
            t('quarter_rate_of', whole(counts.states.closed), whole(counts.all)),
        ),
        tile(t('quarter_open'), whole(counts.still_open), t('quarter_open_of', whole(counts.states.in_work), whole(counts.states.claimed))),
        tile(t('issues_overdue'), whole(counts.states.overdue), t('quarter_reopened_of', whole(counts.states.reopened))),
        tile(
            t('standing_gap_now'),
            squareMetres(city?.gap_m2 ?? null),
            t('quarter_gap_before', squareMetres(city?.gap_before_m2 ?? null), squareMetres(city?.gap_first_m2 ?? null)),
        ),
        tile(t('standing_short'), whole(city?.short ?? null), t('quarter_pupils', whole(city?.pupils_short ?? null))),
        tile(t('quarter_forecast'), raw.forecast.quarter || t('quarter_forecast_none'), ''),
    );
}

function days({ raw }: Quarter): Child[] {
    const none = t('quarter_no_day');
    const from = raw.file === '' ? t('quarter_from_result') : t('quarter_from_register', raw.file);
    return [
        el('p', { class: 'note', dir: 'auto' }, t('quarter_days', raw.last || none, raw.before || none, raw.first || none), t('sentence_gap'), from),
        raw.is_of_other_run && el('p', { class: 'warning', role: 'note' }, t('quarter_other_run', raw.last, raw.day_of_result)),
    ];
}

export function quarterSection(city: City, quarter: Quarter, choice: Choice): HTMLElement {
    return section(
        'quarter',
        t('section_quarter'),
        ...days(quarter),
        tiles(quarter),
        standingPart(quarter),
        channelsPart(quarter),
        pacePart(quarter),
        issuesPart(city, quarter, choice),
        variationPart(city, quarter, choice),
        programmePart(quarter),
        qualityPart(city, quarter),
    );
}
