// All that the result says of one school.

import type { Choice } from '../components/choice';
import { statusChip } from '../components/chip';
import { el, name, type Child } from '../components/dom';
import type { City } from '../data/city';
import { exact, minutesOf, squareMetres, unknown, whole } from '../format';
import { channels } from '../looks';
import { named, stageNames, t } from '../words';
import { schoolQuarter } from '../quarter/school_quarter';
import { smallTable } from './small_table';
import { printSheet } from './print_sheet';
import { futureTable, ledgerTable, routesTable } from './school_tables';

type Line = [title: string, value: Child];

/** "Short by 1,038 m2: 215 rented at .., 823 shared by ..; 0 stay open." */
function sentence(city: City, row: number): string {
    const { schools } = city;
    const status = schools.text(row, 'status');
    const gap = schools.number(row, 'gap_m2');
    if (gap === null) {
        return status === 'branch' ? t('school_branch') : status === 'none' ? t('school_none') : t('school_unknown');
    }
    if (gap === 0) {
        const surplus = schools.number(row, 'surplus_m2') ?? 0;
        const shared = schools.number(row, 'shared_out_m2') ?? 0;
        return t('school_meets', squareMetres(surplus)) + (shared > 0 ? t('school_shares', squareMetres(shared)) : '');
    }
    const links = city.linksOf(schools.text(row, 'school_id')).map((link) => {
        const giver = city.giver(city.links.text(link, 'to_id')).name;
        return t(
            city.links.text(link, 'channel') === 'rent' ? 'school_rents' : 'school_is_shared',
            squareMetres(city.links.number(link, 'given_m2')),
            giver,
        );
    });
    const built = (['basement', 'expand'] as const)
        .map((channel) => ({ channel, amount: schools.number(row, `${channel}_m2`) ?? 0 }))
        .filter(({ amount }) => amount > 0)
        .map(({ channel, amount }) => t(`given_${channel}`, squareMetres(amount)));
    const parts = [...links, ...built];
    const closed = parts.length > 0 ? parts.join(t('list_comma')) : t('school_nothing');
    const residual = schools.number(row, 'residual_m2') ?? 0;
    return (
        t('school_short', squareMetres(gap), closed) +
        (residual > 0.005 ? t('school_open', squareMetres(residual)) : t('school_closed'))
    );
}

function ground(city: City, row: number): Line[] {
    const figure = (column: string): number | null => city.schools.number(row, column);
    const source = city.schools.text(row, 'own_source');
    const own = [exact(figure('own_m2')), source && `(${named('source', source)})`].filter(Boolean).join(' ');
    return [
        [t('figure_pupils'), whole(figure('enrol_total'))],
        [t('figure_own'), own],
        [t('figure_outdoor'), exact(figure('outdoor_m2'))],
        [t('figure_indoor'), exact(figure('indoor_m2'))],
        [t('figure_special'), exact(figure('special_m2'))],
        [t('figure_required'), exact(figure('required_m2'))],
        [t('figure_per_pupil'), t('figure_before_after', exact(figure('per_student_m2')), exact(figure('per_student_after_m2')))],
        [t('figure_standard'), exact(figure('standard_m2'))],
    ];
}

function closing(city: City, row: number): Line[] {
    const figure = (column: string): number | null => city.schools.number(row, column);
    const nearest = city.schools.text(row, 'nearest_venue_id');
    const flips = figure('flips_at_m_per_min');
    const certainty = city.schools.text(row, 'certainty');
    return [
        [t('figure_gap'), exact(figure('gap_m2'))],
        ...channels.map((channel): Line => [named('channel', channel), exact(figure(`${channel}_m2`))]),
        [t('figure_residual'), exact(figure('residual_m2'))],
        [t('figure_surplus'), exact(figure('surplus_m2'))],
        [t('figure_shared_out'), exact(figure('shared_out_m2'))],
        [t('figure_cost'), whole(figure('cost'))],
        [t('figure_venues'), whole(figure('venues_in_reach'))],
        [
            t('figure_nearest'),
            nearest
                ? el('span', {}, name(city.giver(nearest).name), ` (${t('value_minutes', minutesOf(figure('nearest_venue_s')))})`)
                : unknown,
        ],
        certainty ? [t('figure_certainty'), certaintyText(certainty, flips)] : ['', null],
    ];
}

function certaintyText(certainty: string, flips: number | null): string {
    return named('certainty', certainty) + (flips === null ? '' : t('certainty_flips', exact(flips)));
}

function figures(lines: Line[]): HTMLElement {
    return el(
        'dl',
        { class: 'figures' },
        ...lines.filter(([, value]) => value !== null).flatMap(([title, value]) => [el('dt', {}, title), el('dd', {}, value)]),
    );
}

function stagesTable(city: City, id: string): Child {
    const { stages } = city;
    return smallTable(
        t('sheet_stages'),
        [
            t('stage_name'),
            t('figure_pupils'),
            t('stage_per_pupil'),
            t('stage_standard'),
            t('stage_gap'),
            t('stage_after'),
            t('stage_status'),
        ],
        city
            .stagesOf(id)
            .map((row) => [
                named('stage', stages.text(row, 'stage')),
                whole(stages.number(row, 'pupils')),
                exact(stages.number(row, 'per_pupil_m2')),
                exact(stages.number(row, 'standard_m2')),
                exact(stages.number(row, 'gap_stage_m2')),
                exact(stages.number(row, 'per_pupil_after_m2')),
                statusChip(stages.text(row, 'status_after')),
            ]),
        [1, 2, 3, 4, 5],
    );
}

function issuesOf(city: City, id: string): Child {
    const rows = city.issuesOf(id);
    const issues = city.data.table('data_issues');
    return (
        rows.length > 0 &&
        el(
            'div',
            {},
            el('h3', {}, t('sheet_issues')),
            el('ul', {}, ...rows.map((row) => el('li', {}, name(issues.text(row, 'message'))))),
        )
    );
}

export function schoolSheet(city: City, choice: Choice, row: number): HTMLElement[] {
    const id = city.schools.text(row, 'school_id');
    const about = [id, city.schools.text(row, 'district'), stageNames(city.schools.text(row, 'stage'))].filter(Boolean);
    const status = city.schools.text(row, 'status');
    const after = city.schools.text(row, 'status_after');
    const chips = el(
        'p',
        { class: 'chips' },
        statusChip(status),
        after && after !== status && '→ ',
        after && after !== status && statusChip(after),
    );
    const children: Child[] = [
        el('h2', {}, name(city.schoolName(row))),
        el('p', { class: 'note' }, name(about.join(' · '))),
        chips,
        el('p', { class: 'sentence', dir: 'auto' }, sentence(city, row)),
        el(
            'p',
            { class: 'buttons' },
            el('button', { type: 'button', onclick: () => choice.choose({ kind: 'school', row }) }, t('sheet_show_on_map')),
            el('button', { type: 'button', onclick: printSheet }, t('sheet_print')),
        ),
        ...schoolQuarter(city, choice, id),
        routesTable(city, choice, id),
        stagesTable(city, id),
        ledgerTable(city, choice, id),
        futureTable(city, id),
        el('h3', {}, t('sheet_ground')),
        figures(ground(city, row)),
        el('h3', {}, t('sheet_closing')),
        figures(closing(city, row)),
        issuesOf(city, id),
    ];
    return children.filter((child): child is HTMLElement => child instanceof HTMLElement);
}
