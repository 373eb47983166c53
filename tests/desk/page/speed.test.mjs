// 20,000 schools: the page's size, and how smoothly the map moves without a graphics card.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';

import { folder, launch, open } from './browser.mjs';

const mostMiB = 40;
const mostFrameMs = 100;

/** Milliseconds between frames while `act` goes on, in rising order. */
async function frames(page, act) {
    await page.evaluate(() => {
        globalThis.frames = [];
        globalThis.isCounting = true;
        let last = performance.now();
        const count = () => {
            const now = performance.now();
            globalThis.frames.push(now - last);
            last = now;
            if (globalThis.isCounting) {
                requestAnimationFrame(count);
            }
        };
        requestAnimationFrame(count);
    });
    await act();
    const times = await page.evaluate(() => {
        globalThis.isCounting = false;
        return globalThis.frames.slice(1);
    });
    return times.sort((a, b) => a - b);
}

test('20,000 schools: a page of 40 MiB at most, and a median frame of 100 ms at most', async () => {
    const size = statSync(`${folder}/large.html`).size / 2 ** 20;
    assert.ok(size < mostMiB, `${size.toFixed(1)} MiB`);
    const browser = await launch();
    const began = Date.now();
    const { page, faults } = await open(browser, 'large', { size: { width: 1280, height: 800 } });
    console.log(`${size.toFixed(1)} MiB, map idle after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await page.evaluate(() => document.getElementById('map-section').scrollIntoView());
    const box = await page.locator('#map').boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const drag = async () => {
        for (let stroke = 0; stroke < 3; ++stroke) {
            await page.mouse.move(x + 150, y + 100);
            await page.mouse.down();
            for (let step = 0; step < 30; ++step) {
                await page.mouse.move(x + 150 - 10 * step, y + 100 - 6 * step);
                await page.waitForTimeout(16);
            }
            await page.mouse.up();
        }
    };
    const wheel = (by) => async () => {
        for (let step = 0; step < 12; ++step) {
            await page.mouse.move(x, y);
            await page.mouse.wheel(0, by);
            await page.waitForTimeout(150);
        }
    };
    const all = [];
    for (const [what, act] of [
        ['whole city, dragged', drag],
        ['zoomed in', wheel(-300)],
        ['streets, dragged', drag],
        ['zoomed out', wheel(300)],
    ]) {
        const times = await frames(page, act);
        const at = (share) => times[Math.floor(times.length * share)].toFixed(0);
        console.log(`${what}: median frame ${at(0.5)} ms, 95 % within ${at(0.95)} ms`);
        all.push(...times);
    }
    const median = all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
    assert.ok(median <= mostFrameMs, `median frame ${median.toFixed(0)} ms`);
    assert.deepEqual(faults, []);
    await browser.close();
});
