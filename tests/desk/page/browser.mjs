// Chromium with a page of fieldgap in it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const common = ['--no-sandbox'];
const withMap = [...common, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const withoutMap = [...common, '--disable-gpu', '--disable-software-rasterizer'];

export const folder = process.env.FIELDGAP_PAGES;
export const wide = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

export function launch({ hasMap = true } = {}) {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    return chromium.launch({ executablePath, args: hasMap ? withMap : withoutMap });
}

/** Opens FOLDER/NAME.html; `faults` fills with what the page says on the console and with every request that leaves the file. */
export async function open(browser, name, { size = wide, hash = '', hasMap = true } = {}) {
    const context = await browser.newContext({ viewport: size, hasTouch: size === phone });
    const page = await context.newPage();
    page.setDefaultTimeout(180_000); // a machine that compiles beside it is slow
    page.setDefaultNavigationTimeout(180_000);
    const faults = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => !/^(file|blob|data):/.test(request.url()) && faults.push(`request: ${request.url()}`));
    await page.goto(`file://${folder}/${name}.html${hash}`);
    await page.waitForSelector('[data-page=ready]', { timeout: 180_000 });
    if (hasMap) {
        await mapIdle(page);
    }
    return { page, faults, close: () => context.close() };
}

/** What axe-core finds serious or worse. */
export async function seriousFindings(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

export async function mapIdle(page) {
    await page.waitForTimeout(300);
    await page.waitForSelector('[data-map=idle]', { timeout: 180_000 });
}

/** Where on the map so much of one colour stands together that it can only be a dot; in pixels of the window. */
export async function spotOfColour(page, [red, green, blue]) {
    const shot = (await page.screenshot()).toString('base64');
    const box = await page.locator('#map').boundingBox();
    return page.evaluate(
        async ({ shot, box, wanted }) => {
            const image = new Image();
            image.src = `data:image/png;base64,${shot}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            const isIt = (x, y) => wanted.every((value, part) => Math.abs(data[4 * (y * image.width + x) + part] - value) < 6);
            const bottom = Math.min(box.y + box.height, image.height);
            for (let y = Math.ceil(box.y) + 8; y < bottom - 8; y += 2) {
                for (let x = Math.ceil(box.x) + 8; x < box.x + box.width - 8; x += 2) {
                    if ([-3, 0, 3].every((dx) => [-3, 0, 3].every((dy) => isIt(x + dx, y + dy)))) {
                        return { x, y };
                    }
                }
            }
            return null;
        },
        { shot, box, wanted: [red, green, blue] },
    );
}
