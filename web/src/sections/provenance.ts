import { el, name, section } from '../components/dom';
import type { City } from '../data/city';
import { whole } from '../format';
import { t } from '../words';

function settings(config: Record<string, Record<string, unknown>>): HTMLElement {
    const lines: [string, string][] = [];
    for (const [part, keys] of Object.entries(config)) {
        if (part === 'inputs' || typeof keys !== 'object' || keys === null) {
            continue;
        }
        for (const [key, value] of Object.entries(keys)) {
            lines.push([`${part}.${key}`, typeof value === 'string' ? value : JSON.stringify(value)]);
        }
    }
    return el(
        'details',
        {},
        el('summary', {}, t('provenance_settings')),
        el(
            'table',
            {},
            el('caption', { class: 'unseen' }, t('provenance_settings')),
            el(
                'tbody',
                {},
                ...lines.map(([key, value]) => el('tr', {}, el('th', { scope: 'row' }, name(key)), el('td', {}, name(value)))),
            ),
        ),
    );
}

export function provenanceSection(city: City): HTMLElement {
    const { provenance } = city.data;
    const heads = ['input', 'file', 'rows', 'used', 'left_out', 'crs', 'bytes', 'digest'] as const;
    const inputs = (provenance.inputs ?? []).map((input) =>
        el(
            'tr',
            {},
            el('th', { scope: 'row' }, name(input.input)),
            el('td', {}, name([input.path, input.layer].filter(Boolean).join(' | '))),
            el('td', { class: 'number' }, whole(input.rows ?? null)),
            el('td', { class: 'number' }, whole(input.used ?? null)),
            el('td', { class: 'number' }, whole(input.left_out ?? null)),
            el('td', {}, input.crs),
            el('td', { class: 'number' }, whole(input.bytes ?? null)),
            el('td', { class: 'digest' }, el('code', {}, input.sha256)),
        ),
    );
    const table = el(
        'table',
        {},
        el('caption', { class: 'unseen' }, t('provenance_inputs')),
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, t(`provenance_${head}`))))),
        el('tbody', {}, ...inputs),
    );
    return section(
        'provenance',
        t('section_provenance'),
        el('p', {}, t('provenance_made', provenance.version ?? '', city.data.file)),
        el('div', { class: 'table-frame', role: 'region', tabindex: 0, 'aria-label': t('provenance_inputs') }, table),
        settings(provenance.config ?? {}),
    );
}
