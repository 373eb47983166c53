// The quarter of strike-off as a planner reads it. Pictures of it land beside the pages, to be looked at.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { folder, launch, mapIdle, open, phone, seriousFindings, spotOfColour, wide } from './browser.mjs';

const violet = [130, 80, 170]; // reopened
const paper = { format: 'A4', printBackground: true, margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } };

let browser;
before(async () => {
    browser = await launch();
});
after(() => browser.close());

const issuesShown = (page) => page.locator('#quarter-issues tbody tr').count();

for (const lang of ['en', 'zh']) {
    for (const size of [wide, phone]) {
        test(`${lang}, ${size.width} pixels: the quarter comes first, and nothing is complained of`, async () => {
            const { page, faults, close } = await open(browser, `quarter-${lang}`, { size });
            const first = await page.locator('main > section').first().getAttribute('id');
            assert.equal(first, 'quarter');
            await page.locator('#quarter').screenshot({ path: `${folder}/quarter-${lang}-${size.width}.png` });
            await page.locator('#map-section').scrollIntoViewIfNeeded();
            await mapIdle(page);
            await page.locator('#map-section').screenshot({ path: `${folder}/quarter-${lang}-${size.width}-map.png` });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(over <= 0, `the page is ${over} pixels too wide`);
            assert.deepEqual(await seriousFindings(page), []);
            assert.deepEqual(faults, []);
            await close();
        });
    }
}

test('the tiles, the tables and the chart say one and the same', async () => {
    const { page, close } = await open(browser, 'quarter-en');
    const tiles = await page.locator('#quarter .tile').allTextContents();
    const [, percent, closed, all] = tiles[0].match(/Struck off([\d.]+) %(\d+) of (\d+) issues closed/);
    assert.equal(Number(percent), Math.round((1000 * closed) / all) / 10);
    assert.equal(await issuesShown(page), Number(all));
    const city = await page.locator('#quarter-pace .sortable tbody tr').first().locator('th, td').allTextContents();
    assert.deepEqual(city.slice(0, 4), ['City', all, closed, percent]);
    const names = await page.locator('#quarter-issues .names dt').allTextContents();
    assert.equal(names.length, 4);
    assert.ok(names[1].endsWith(`: ${closed}`), names[1]);
    assert.match(await page.locator('#quarter-pace').textContent(), /the last one closes in 202\dQ[1-4]/);
    assert.equal(await page.locator('#quarter-pace svg.chart circle').count(), 3);
    assert.match(await page.locator('#quarter-channels').textContent(), /unnamed in the plan4,000/);
    await close();
});

test('issues are chosen by state, and one leads to its school with issues, options and history', async () => {
    const { page, faults, close } = await open(browser, 'quarter-en');
    const all = await issuesShown(page);
    await page.locator('#quarter-state').selectOption('overdue');
    const overdue = await issuesShown(page);
    assert.ok(overdue > 0 && overdue < all, `${overdue} of ${all}`);
    await page.locator('#quarter-issues tbody button').first().click();
    await mapIdle(page);
    const captions = await page.locator('#sheet caption').allTextContents();
    assert.deepEqual(captions.slice(0, 3), ['Issues', 'What could close the gap, the best first', 'History']);
    assert.match(await page.locator('#sheet').textContent(), /overdue/);
    await page.screenshot({ path: `${folder}/quarter-sheet.png` });
    assert.deepEqual(faults, []);
    await close();
});

test('the map shows states: a violet dot is a school whose issue was reopened', async () => {
    const { page, close } = await open(browser, 'quarter-en');
    await page.evaluate(() => document.getElementById('map-section').scrollIntoView());
    await mapIdle(page);
    assert.equal(await page.locator('#show-strike_off').isChecked(), true);
    assert.equal(await page.locator('#show-schools').isChecked(), false);
    const spot = await spotOfColour(page, violet);
    assert.ok(spot, 'no violet dot on the map');
    await page.mouse.click(spot.x, spot.y);
    await page.waitForSelector('#sheet .sentence');
    assert.match(await page.locator('#sheet').textContent(), /reopened/);
    await close();
});

test('on paper the quarter is legible: nothing wider than the sheet', async () => {
    const { page, close } = await open(browser, 'quarter-en', { size: { width: 703, height: 1000 } }); // 186 mm
    await page.pdf({ path: `${folder}/quarter.pdf`, ...paper });
    await page.emulateMedia({ media: 'print' });
    const wider = await page.evaluate(() =>
        [...document.querySelectorAll('#quarter table')].filter((table) => table.scrollWidth > window.innerWidth + 1).map((table) => table.caption.textContent),
    );
    assert.deepEqual(wider, []);
    await close();
});

test('what a district wrote out of ill will is text', async () => {
    const { page, faults, close } = await open(browser, 'hostile-quarter');
    assert.equal(await page.locator('script').count(), 2, 'the data and the program');
    assert.equal(await page.locator('img:not(#map-on-paper), b, a[href^=http]').count(), 0);
    const text = await page.locator('#quarter').textContent();
    for (const written of ["</script><script>document.title='broken in'</script>", '=HYPERLINK("http://example.com","click")', '@SUM(A1)']) {
        assert.ok(text.includes(written), written);
    }
    await page.locator('#quarter-issues tbody button').first().click();
    await mapIdle(page);
    assert.doesNotMatch(await page.title(), /broken in/);
    assert.deepEqual(await seriousFindings(page), []);
    assert.deepEqual(faults, []);
    await close();
});

test('a page without a register has no quarter', async () => {
    const { page, close } = await open(browser, 'en');
    assert.equal(await page.locator('#quarter, #show-strike_off').count(), 0);
    await close();
});
