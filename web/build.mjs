// Makes dist/report.html (or the file named on the command line): template, style and script in one file. What the program puts in
// later stands as placeholders: the language and the data.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, 'dist', 'report.html');

/** How often the program finds each placeholder: once more or less, and its data would land in the wrong place. */
const placeholders = { __FIELDGAP_LANG__: 2, __FIELDGAP_DATA__: 1 };

async function bundle(entry) {
    const made = await build({
        entryPoints: [join(here, 'src', entry)],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: ['es2022', 'chrome100', 'firefox115', 'safari16'],
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'warning',
    });
    return made.outputFiles[0].text.trim();
}

/** For the content security policy: of the bytes between the tags. */
function digest(text) {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function licence() {
    const text = readFileSync(join(here, 'node_modules', 'maplibre-gl', 'LICENSE.txt'), 'utf8').replaceAll('--', '- -');
    return `<!-- The map is drawn by MapLibre GL JS:\n${text}-->`;
}

const script = await bundle('main.ts');
const style = await bundle('style.css');
const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');

// Replacements are functions: a `$` in the script is no pattern.
const page = readFileSync(join(here, 'template.html'), 'utf8')
    .replace('{{policy}}', () => policy)
    .replace('{{style}}', () => style)
    .replace('{{script}}', () => script)
    .replace('{{licence}}', licence);

for (const [name, count] of Object.entries(placeholders)) {
    if (page.split(name).length - 1 !== count) {
        throw new Error(`${name} stands ${page.split(name).length - 1} times in the page, not ${count} times`);
    }
}
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
