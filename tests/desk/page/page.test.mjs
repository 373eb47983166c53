// The page as a planner uses it. Pictures of it land beside the pages, to be looked at.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { folder, launch, mapIdle, open, phone, seriousFindings, spotOfColour, wide } from './browser.mjs';

const red = [208, 28, 40];
const short = '3112100113'; // a school of the sample city: short, and closed by rent, basement and expansion

let browser;
before(async () => {
    browser = await launch();
});
after(() => browser.close());

const columnOf = (page, section, place) =>
    page.locator(`${section} tbody tr`).evaluateAll((rows, at) => rows.map((row) => row.children[at].textContent), place);

for (const lang of ['en', 'zh']) {
    for (const size of [wide, phone]) {
        test(`${lang}, ${size.width} pixels: nothing is complained of, nothing leaves, nothing stands over the edge`, async () => {
            const { page, faults, close } = await open(browser, lang, { size, hash: `#school=${short}` });
            const picture = (what, options) =>
                page.screenshot({ path: `${folder}/${lang}-${size.width}-${what}.png`, ...options });
            await picture('top');
            await page.locator('#map-section').scrollIntoViewIfNeeded();
            await page.locator('#map-section').screenshot({ path: `${folder}/${lang}-${size.width}-map.png` });
            await picture('whole', { fullPage: true });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(over <= 0, `the page is ${over} pixels too wide`);
            assert.deepEqual(await seriousFindings(page), []);
            assert.deepEqual(faults, []);
            await close();
        });
    }
}

test('a click on a red dot of the map shows the sheet of a school that is short', async () => {
    const { page, faults, close } = await open(browser, 'en');
    await page.locator('#map-section').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('map-section').scrollIntoView());
    await mapIdle(page);
    const spot = await spotOfColour(page, red);
    assert.ok(spot, 'no red dot on the map');
    await page.mouse.click(spot.x, spot.y);
    await page.waitForSelector('#sheet .sentence');
    assert.match(await page.locator('#sheet .sentence').textContent(), /^Short by/);
    assert.match(page.url(), /#school=\d+$/);
    assert.deepEqual(faults, []);
    await close();
});

test('the search finds by a part of the name, and Enter shows the sheet with routes, stages and ledger', async () => {
    const { page, close } = await open(browser, 'en');
    await page.locator('#search').fill('民权');
    assert.equal(await page.locator('.hits button').count(), 1);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#sheet h2').textContent(), '民权苑学校');
    const captions = await page.locator('#sheet caption').allTextContents();
    assert.deepEqual(captions.slice(0, 2), ['Ground given, and the walk to it', 'Stages']);
    assert.match(await page.locator('#sheet').textContent(), /Ledger/);
    await page.locator('#sheet button.link').first().click();
    assert.match(await page.locator('#sheet').textContent(), /Schools that use it/);
    await page.locator('#search').fill('no such school');
    assert.match(await page.locator('.hits').textContent(), /Nothing found/);
    await close();
});

test('a heading sorts, and once more turns the order', async () => {
    const { page, close } = await open(browser, 'en');
    const heading = page.locator('#districts thead button').nth(3);
    const numbers = async () => (await columnOf(page, '#districts', 3)).map((text) => Number(text.replaceAll(',', '')));
    await heading.click();
    const falling = await numbers();
    assert.deepEqual(
        falling,
        [...falling].sort((a, b) => b - a),
    );
    assert.equal(await page.locator('#districts th[aria-sort]').getAttribute('aria-sort'), 'descending');
    await heading.click();
    assert.deepEqual(await numbers(), falling.reverse());
    await close();
});

test('data issues are chosen by severity and by words', async () => {
    const { page, close } = await open(browser, 'en');
    const count = () => page.locator('#issues tbody tr').count();
    const all = await count();
    await page.locator('#issues input[type=checkbox]').first().uncheck();
    assert.ok((await count()) < all);
    await page.locator('#issues input[type=checkbox]').first().check();
    await page.locator('#issues input[type=search]').fill('pupil');
    assert.ok((await columnOf(page, '#issues', 2)).every((text) => text.includes('pupil')));
    await close();
});

test('the other language is one press away, and the chosen school stays', async () => {
    const { page, faults, close } = await open(browser, 'en', { hash: `#school=${short}` });
    await page.locator('#language').click();
    await mapIdle(page);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    assert.equal(await page.locator('#answer h2').textContent(), '结论');
    assert.equal(await page.locator('#sheet h2').textContent(), '民权苑学校');
    assert.deepEqual(faults, []);
    await close();
});

test('every layer can be shown and hidden', async () => {
    const { page, faults, close } = await open(browser, 'en');
    for (const box of await page.locator('.legend input').all()) {
        const was = await box.isChecked();
        await box.setChecked(!was);
        assert.equal(await box.isChecked(), !was);
    }
    await mapIdle(page);
    assert.deepEqual(faults, []);
    await close();
});

test('with the keyboard alone one comes from the top to a school', async () => {
    const { page, close } = await open(browser, 'en');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    await page.locator('#search').focus();
    await page.keyboard.type('2112100109');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'sheet');
    assert.match(await page.locator('#sheet').textContent(), /2112100109/);
    await close();
});

test('on paper stand the map as an image and every figure', async () => {
    const { page, close } = await open(browser, 'en', { hash: `#school=${short}` });
    const pdf = await page.pdf({
        path: `${folder}/en.pdf`,
        format: 'A4',
        printBackground: true,
        margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
    });
    assert.ok(pdf.length > 50_000);
    assert.match(await page.locator('#map-on-paper').getAttribute('src'), /^data:image\/png;base64,.{20000}/);
    await page.evaluate(() => document.body.classList.add('print-sheet'));
    await page.pdf({ path: `${folder}/en-sheet.pdf`, format: 'A4', printBackground: true });
    await close();
});

test('names that are markup, formulas or expressions are text', async () => {
    const { page, faults, close } = await open(browser, 'hostile');
    assert.equal(await page.locator('script').count(), 2, 'the data and the program');
    assert.equal(await page.locator('img:not(#map-on-paper), b, a[href^=http]').count(), 0);
    const text = await page.locator('main').textContent();
    const names = [
        "</script><script>document.title='broken in'</script>",
        '[% 1 + 1 %] @map_scale',
        '=HYPERLINK("http://example.com","click")',
        '__FIELDGAP_DATA__ {0} ${1} $&',
    ];
    names.forEach((name) => assert.ok(text.includes(name), name));
    await page.locator('#schools tbody button').first().click();
    await mapIdle(page);
    assert.doesNotMatch(await page.title(), /broken in/);
    assert.deepEqual(await seriousFindings(page), []);
    assert.deepEqual(faults, []);
    await close();
});

test('a result of an older version: the page says what it has not got', async () => {
    const { page, faults, close } = await open(browser, 'old', { hash: `#school=${short}` });
    assert.match(await page.locator('#sheet').textContent(), /This result has no ledger/);
    assert.match(await page.locator('#bottlenecks').textContent(), /This result has no bottlenecks/);
    assert.deepEqual(faults, []);
    await close();
});

test('without WebGL 2 a message stands in place of the map, and all else stands', async () => {
    const plain = await launch({ hasMap: false });
    const { page, close } = await open(plain, 'en', { hasMap: false });
    assert.match(await page.locator('.no-map').textContent(), /WebGL 2/);
    await page.locator('#schools tbody button').first().click();
    assert.match(await page.locator('#sheet .sentence').textContent(), /^Short by/);
    assert.equal(await page.locator('#waterfall svg').count(), 1);
    assert.deepEqual(await seriousFindings(page), []);
    await close();
    await plain.close();
});
