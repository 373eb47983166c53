// The one catalogue of texts of the page: words.json, each in English and Chinese.

import catalogue from './words.json';

export type Language = 'en' | 'zh';
export type TextId = keyof typeof catalogue;

let language: Language = 'en';

export function setLanguage(wanted: Language): void {
    language = wanted;
}

export function languageNow(): Language {
    return language;
}

export function isLanguage(name: string): name is Language {
    return name === 'en' || name === 'zh';
}

/** The text with each {0}, {1} .. replaced. */
export function t(id: TextId, ...values: (string | number)[]): string {
    return catalogue[id][language].replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
}

/** What a word of the result's layers (a status, a channel, a stage) is called; the word itself where it has no name. */
export function named(kind: string, word: string): string {
    const id = `${kind}_${word}`;
    return id in catalogue ? t(id as TextId) : word;
}

/** A school may have several stages: `primary;junior`. */
export function stageNames(stages: string): string {
    return stages
        .split(';')
        .map((stage) => named('stage', stage))
        .join(t('stage_joint'));
}
