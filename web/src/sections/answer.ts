// The answer in sentences and figures, before anything else.

import { el, section } from '../components/dom';
import type { City } from '../data/city';
import { decimals, squareMetres, whole } from '../format';
import { channels } from '../looks';
import { t } from '../words';

function closedBy(city: City): string {
    const parts = channels
        .map((channel) => ({ channel, amount: city.data.figure(`given_m2.${channel}`) ?? 0 }))
        .filter(({ amount }) => amount > 0)
        .map(({ channel, amount }) => t(`given_${channel}`, squareMetres(amount)));
    return parts.length > 0 ? t('answer_closed', parts.join(t('list_comma'))) : t('answer_nothing_closed');
}

function standsOpen(city: City): string {
    const residual = city.data.figure('residual_m2') ?? 0;
    if (residual < 0.005) {
        return t('answer_all_closed');
    }
    const schools = city.mainSchools.filter((row) => (city.schools.number(row, 'residual_m2') ?? 0) > 0);
    const worst = schools.reduce<number | null>((best, row) => {
        const amount = city.schools.number(row, 'residual_m2') ?? 0;
        return best === null || amount > (city.schools.number(best, 'residual_m2') ?? 0) ? row : best;
    }, null);
    const where =
        worst === null ? '' : t('answer_worst', city.schoolName(worst), squareMetres(city.schools.number(worst, 'residual_m2')));
    return t('answer_open', squareMetres(residual), schools.length) + where;
}

function sentences(city: City): string[] {
    const gap = city.data.figure('gap_m2');
    if (gap === null) {
        return [t('answer_unknown')];
    }
    const schools = city.mainSchools.filter((row) => (city.schools.number(row, 'gap_m2') ?? 0) > 0).length;
    if (schools === 0) {
        return [t('answer_no_gap', whole(city.data.figure('schools')))];
    }
    const all = [
        t('answer_gap', whole(city.data.figure('schools')), schools, squareMetres(gap)),
        closedBy(city),
        standsOpen(city),
    ];
    const unknown = city.data.figure('schools.unknown') ?? 0;
    return unknown > 0 ? [...all, t('answer_unknown_schools', whole(unknown))] : all;
}

function tile(title: string, value: string, note = ''): HTMLElement {
    return el('div', { class: 'tile' }, el('dt', {}, title), el('dd', {}, el('strong', {}, value), note && el('span', {}, note)));
}

export function answerSection(city: City): HTMLElement {
    const figure = (key: string): number | null => city.data.figure(key);
    const perPupil = (stage: string): string =>
        `${decimals(figure(`mean_${stage}`), 1)} → ${decimals(figure(`mean_${stage}_after`), 1)}`;
    const variation = (stage: string): string =>
        t('tile_variation', decimals(figure(`cv_${stage}`)), decimals(figure(`cv_${stage}_after`)));
    const tiles = el(
        'dl',
        { class: 'tiles' },
        tile(t('tile_schools'), whole(figure('schools')), t('tile_pupils', whole(figure('pupils')))),
        tile(t('tile_gap'), squareMetres(figure('gap_m2')), t('tile_required', squareMetres(figure('required_m2')))),
        tile(t('tile_given'), squareMetres(figure('given_m2')), t('tile_cost', whole(figure('cost')))),
        tile(
            t('tile_residual'),
            squareMetres(figure('residual_m2')),
            t('tile_walk', whole(figure('minutes')), whole(figure('speed_m_per_min'))),
        ),
        tile(t('tile_primary'), perPupil('primary'), variation('primary')),
        tile(t('tile_junior'), perPupil('junior'), variation('junior')),
    );
    return section(
        'answer',
        t('section_answer'),
        el('p', { class: 'answer', dir: 'auto' }, sentences(city).join(t('sentence_gap'))),
        tiles,
    );
}
