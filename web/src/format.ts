// Numbers as a planner reads them.

import { languageNow, t } from './words';

const formats = new Map<string, Intl.NumberFormat>();

function formatted(value: number, digits: number, fixed: boolean): string {
    const key = `${languageNow()}${digits}${fixed}`;
    let format = formats.get(key);
    if (!format) {
        format = new Intl.NumberFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', {
            maximumFractionDigits: digits,
            minimumFractionDigits: fixed ? digits : 0,
        });
        formats.set(key, format);
    }
    // No minus before a zero.
    return format.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value);
}

export const unknown = '–';

export function whole(value: number | null): string {
    return value === null ? unknown : formatted(value, 0, false);
}

/** Hundredths, as far as there are any. */
export function exact(value: number | null): string {
    return value === null ? unknown : formatted(value, 2, false);
}

export function decimals(value: number | null, digits = 2): string {
    return value === null ? unknown : formatted(value, digits, true);
}

export function squareMetres(value: number | null): string {
    return value === null ? unknown : t('value_m2', whole(value));
}

export function minutesOf(seconds: number | null): string {
    return seconds === null ? unknown : decimals(seconds / 60, 1);
}
