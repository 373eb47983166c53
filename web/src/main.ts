// The page of one result: unpacks the data, and shows it in the language wanted.

import { Choice, type Chosen } from './components/choice';
import { el } from './components/dom';
import { City } from './data/city';
import { readReport, type Block } from './data/report_data';
import { mapSection, printsAsImage } from './map/map_section';
import type { CityMap } from './map/city_map';
import { quarterSection } from './quarter/quarter_section';
import { answerSection } from './sections/answer';
import { bottlenecksSection } from './sections/bottlenecks';
import { districtsSection } from './sections/districts';
import { histogramsSection } from './sections/histograms';
import { issuesSection } from './sections/issues';
import { provenanceSection } from './sections/provenance';
import { schoolsSection } from './sections/schools';
import { sensitivitySection } from './sections/sensitivity';
import { waterfallSection } from './sections/waterfall';
import { isLanguage, languageNow, setLanguage, t, type Language } from './words';

class Page {
    private map: CityMap | null = null;
    private stopPrinting: () => void = () => undefined;
    private readonly choice = new Choice();

    constructor(
        private readonly city: City,
        private readonly root: HTMLElement,
    ) {}

    show(): void {
        this.stopPrinting();
        this.map?.remove();
        this.choice.forgetListeners();
        document.documentElement.lang = languageNow() === 'zh' ? 'zh-CN' : 'en';
        document.title = t('page_title', this.city.data.city);
        const map = mapSection(this.city, this.choice);
        const bottlenecks = el('div');
        const { quarter } = this.city.data;
        this.root.replaceChildren(
            el('a', { class: 'skip', href: '#sheet' }, t('skip')),
            this.header(),
            el(
                'main',
                {},
                quarter && quarterSection(this.city, quarter, this.choice),
                answerSection(this.city),
                map.element,
                schoolsSection(this.city, this.choice),
                el('div', { class: 'columns' }, waterfallSection(this.city), sensitivitySection(this.city)),
                districtsSection(this.city),
                histogramsSection(this.city),
                bottlenecks,
                issuesSection(this.city),
                provenanceSection(this.city),
            ),
            el('footer', {}, t('footer', this.city.data.provenance.version ?? '')),
        );
        this.map = map.start();
        this.stopPrinting = this.map ? printsAsImage(this.map) : () => undefined;
        bottlenecks.replaceWith(bottlenecksSection(this.city, this.map && ((row) => this.showBottleneck(row))));
        this.choice.onChange((chosen) => this.remember(chosen));
    }

    /** The address names the school, so that a link to the file can lead to it: report.html#school=2112100103. */
    chooseFromAddress(): void {
        const id = new URLSearchParams(location.hash.slice(1)).get('school');
        const row = id === null ? null : this.city.schoolRow(id);
        if (row !== null) {
            this.choice.choose({ kind: 'school', row });
        }
    }

    private remember(chosen: Chosen): void {
        const id = chosen?.kind === 'school' ? this.city.schools.text(chosen.row, 'school_id') : '';
        history.replaceState(null, '', id ? `#school=${encodeURIComponent(id)}` : '#');
    }

    private showBottleneck(row: number): void {
        const box = document.querySelector<HTMLInputElement>('#show-bottlenecks');
        if (box && !box.checked) {
            box.click();
        }
        document.getElementById('map-section')?.scrollIntoView();
        this.map?.goToBottleneck(row);
    }

    private header(): HTMLElement {
        const other: Language = languageNow() === 'zh' ? 'en' : 'zh';
        const turn = (): void => {
            setLanguage(other);
            this.show();
            document.querySelector<HTMLElement>('#language')?.focus();
        };
        const language = { type: 'button', id: 'language', lang: other === 'zh' ? 'zh-CN' : 'en', onclick: turn };
        return el(
            'header',
            {},
            el('div', {}, el('h1', {}, el('bdi', {}, this.city.data.city)), el('p', {}, t('page_subtitle'))),
            el(
                'div',
                { class: 'buttons' },
                el('button', language, other === 'zh' ? '中文' : 'English'),
                el('button', { type: 'button', onclick: () => window.print() }, t('page_print')),
            ),
        );
    }
}

async function start(): Promise<void> {
    const block = JSON.parse(document.getElementById('data')!.textContent!) as Block;
    setLanguage(isLanguage(block.lang) ? block.lang : 'en');
    const root = document.getElementById('page')!;
    if (!('DecompressionStream' in window)) {
        root.replaceChildren(el('p', { role: 'alert' }, t('page_old_browser')));
        return;
    }
    try {
        const page = new Page(new City(await readReport(block)), root);
        page.show();
        page.chooseFromAddress();
        root.setAttribute('data-page', 'ready');
    } catch (problem) {
        root.replaceChildren(el('p', { role: 'alert' }, t('page_damaged', String(problem))));
    }
}

void start();
