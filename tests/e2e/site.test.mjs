// The demo site as visitors meet it: every page and link, in a browser and to the validators.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import {
  axeViolations, colourViolations, desk, headingTroubles, keyboardTroubles, launch, linkTroubles,
  openTab, phone, readable, setTextSize, sidewaysTroubles, tablet,
} from './browser.mjs';
import { brokenLinks, crawl, fetchPage, pageType, samplesByType, siteMapPaths } from './crawl.mjs';
import { openDemoSite } from './demo_site.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));

// Addresses that the site map leaves out, and what the demo has them for.
const alias = '/cel-cus/';
const expired = '/aktualnosci/dzien-seniora/';
const notFound = '/404.html';

// What the server draws only for who asks or sends something; nothing links to it.
const answered = [
  '/szukaj/?q=psyholog', '/szukaj/?q=zzzqqx', '/szukaj/?q=pomoc&rodzaj=service', '/szukaj/?q=pomoc&strona=2',
  '/en/szukaj/?q=wheelchair', '/uk/szukaj/?q=zzzqqx', '/napisz/wyslane?sprawa=7F3-Q2M', '/napisz?usluga=bank-czasu',
  '/zglos-nieaktualne?usluga=bank-czasu', '/zglos-nieaktualne/wyslane?sprawa=7F3-Q2M',
  '/opinia?strona=/kontakt/&ocena=1', '/opinia?strona=/kontakt/&ocena=5', '/opinia/wyslane?strona=/kontakt/',
  '/en/napisz/wyslane?sprawa=7F3-Q2M', '/uk/opinia/wyslane?strona=/uk/', '/zmien-usluge/wyslane',
  '/zmien-usluge?usluga=bank-czasu',
];

const site = await openDemoSite();
const browser = await launch();
after(async () => {
  await browser.close();
  await site.stop();
});

const siteMap = await siteMapPaths(site.address);
const seeds = new Set(['/', ...siteMap.paths, notFound, alias, expired]);
const everything = await crawl(site.address, seeds, siteMap.origin);
// The page for what does not exist answers 404 under its own address, too.
const answers = (page) => page.status === (page.path === notFound ? 404 : 200);
const pages = [...everything.values()].filter((page) => page.html && answers(page));
const forwarding = pages.filter((page) => page.forwards);
const drawn = pages.filter((page) => !page.forwards);
const served = await Promise.all(answered.map((path) => fetchPage(site.address, path)));

// Looked at from every side.
const samples = samplesByType(drawn);
for (const page of served) samples.set(page.path, page);
const rest = drawn.filter((page) => samples.get(pageType(page)) !== page);

const none = (troubles, what) => {
  if (troubles.length === 0) return;
  assert.fail(`${troubles.length} × ${what}\n${troubles.slice(0, 40).join('\n')}`);
};
const at = (page, where, troubles) => troubles.map((trouble) => `${page.path} (${where}): ${trouble}`);

// What every page must stand: drawn in the narrowest window, by day.
async function lookOnPhone({ tab, takeTroubles }, page) {
  await tab.setViewportSize(phone);
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.goto(site.address + page.path, { waitUntil: 'load' });
  return at(page, '320 px', [
    ...await axeViolations(tab),
    ...await headingTroubles(tab),
    ...await linkTroubles(tab),
    ...await sidewaysTroubles(tab),
    ...takeTroubles(),
  ]);
}

// The same page, still open: in wider windows, and in each of them by night and in the colours of
// the system.
async function lookElsewhere({ tab, takeTroubles }, page) {
  const troubles = [];
  for (const viewport of [phone, tablet, desk]) {
    await tab.setViewportSize(viewport);
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const where = `${viewport.width} px`;
    if (viewport !== phone) {
      troubles.push(...at(page, where, [...await axeViolations(tab), ...await sidewaysTroubles(tab)]));
    }
    await tab.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
    troubles.push(...at(page, `${where}, dark`, await colourViolations(tab)));
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    troubles.push(...at(page, `${where}, forced colours`, await colourViolations(tab)));
  }
  await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return [...troubles, ...at(page, 'elsewhere', takeTroubles())];
}

// The same page, still open, with letters twice as large, then with the keyboard alone.
async function useOtherwise({ tab, takeTroubles }, page) {
  await setTextSize(tab, 200);
  const large = at(page, '200 % text', await sidewaysTroubles(tab));
  await setTextSize(tab, 100);
  return [...large, ...at(page, 'keyboard', [...await keyboardTroubles(tab), ...takeTroubles()])];
}

// Scripts may add comfort; what there is to read and to follow must be there without them.
async function compareWithoutScripts(withScripts, { tab, takeTroubles }, page) {
  await tab.goto(site.address + page.path, { waitUntil: 'load' });
  const bare = await readable(tab);
  const full = await readable(withScripts);
  const lost = (list, kept) => list.filter((item) => !kept.includes(item));
  const troubles = [
    ...lost(full.headings, bare.headings).map((heading) => `heading “${heading}” is missing`),
    ...lost(full.links, bare.links).map((link) => `link to ${link} is missing`),
    ...takeTroubles(),
  ];
  if (bare.title !== full.title) troubles.push(`title “${bare.title}” differs`);
  // Of a short page the button that prints it, which needs a script, is more than a tenth.
  if (bare.length < Math.min(full.length * 0.9, full.length - 40)) {
    troubles.push(`only ${bare.length} of ${full.length} characters of text`);
  }
  return at(page, 'no JavaScript', troubles);
}

describe('addresses', () => {
  it('all answer', () => {
    assert.ok(siteMap.paths.length > 50, `the site map has ${siteMap.paths.length} addresses`);
    none([...everything.values()].filter((page) => !answers(page))
      .map((page) => `${page.path} answers ${page.status}`), 'addresses that do not answer');
  });

  it('are linked to only where they and their anchors exist', () => {
    none(brokenLinks(site.address, everything, siteMap.origin), 'broken links');
  });

  it('that do not exist answer 404 with the page for it', async () => {
    const answer = await fetch(`${site.address}/nie-ma-takiej-strony/`);
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), readFileSync(join(site.folder, '404.html'), 'utf8'));
  });

  it('are in the site map, unless search engines are asked to leave them out', () => {
    const listed = new Set(siteMap.paths);
    none(drawn.filter((page) => !listed.has(page.path) && !/<meta[^>]*noindex/.test(page.html))
      .map((page) => page.path), 'pages missing in the site map');
  });

  it('that moved take the reader to the new one', async () => {
    assert.ok(forwarding.some((page) => page.path === alias), `${alias} forwards nobody`);
    const { tab, takeTroubles, close } = await openTab(browser, site.address);
    const troubles = [];
    for (const page of forwarding) {
      const target = new URL(page.forwards, site.address).pathname;
      // The forwarding page's public address is another host, which no test visits.
      if (!page.html.includes(`href="${target}`)) troubles.push(`${page.path}: no link to ${target}`);
      await tab.goto(site.address + page.path, { waitUntil: 'commit' });
      await tab.waitForURL(site.address + target, { timeout: 5000 })
        .catch(() => troubles.push(`${page.path} leads to ${tab.url()}, not ${target}`));
    }
    troubles.push(...takeTroubles().filter((trouble) => trouble.startsWith('asks')));
    await close();
    none(troubles, 'forwarding pages');
  });
});

// Two at a time: the machines that run this have two cores.
describe('pages', { concurrency: 2 }, () => {
  it('are of all the types that the demo should have', () => {
    for (const type of [
      'home', 'uslugi', 'uslugi/…', 'uslugi/…/ulotka', 'obszary/…', 'dla-kogo/…', 'sprawy/…',
      'wybor', 'wybor/…', 'wybor/…/…', 'podmioty', 'podmioty/…', 'harmonogram',
      'harmonogram/tydzien', 'harmonogram/tydzien/nastepny', 'harmonogram/miesiac', 'program/…', 'aktualnosci', 'aktualnosci/…',
      'dokumenty', 'dokumenty/…', 'dokumenty/…:formularz', 'kontakt', 'a-z', 'deklaracja-dostepnosci', 'mapa-strony',
      'jak-skorzystac', '404.html', 'en:home', 'uk:home', 'en:uslugi', 'en:uslugi/…', 'uk:uslugi/…',
      'wyniki', 'etr', 'pjm', 'polityka-prywatnosci/…',
    ]) assert.ok(samples.has(type), `no page of the type ${type}`);
    assert.ok(everything.get(expired).html, `${expired} is not there any more`);
  });

  for (const [type, page] of samples) {
    it(`of the type ${type} work everywhere, for everybody`, async () => {
      const full = await openTab(browser, site.address);
      const bare = await openTab(browser, site.address, { javaScriptEnabled: false });
      const troubles = await lookOnPhone(full, page);
      troubles.push(...await compareWithoutScripts(full.tab, bare, page));
      troubles.push(...await lookElsewhere(full, page));
      troubles.push(...await useOtherwise(full, page));
      await Promise.all([full.close(), bare.close()]);
      none(troubles, page.path);
    });
  }

  it(`work on a phone: the ${rest.length} others`, async () => {
    const queue = [...rest];
    const troubles = [];
    const worker = async () => {
      const view = await openTab(browser, site.address);
      for (let page = queue.shift(); page; page = queue.shift()) {
        troubles.push(...await lookOnPhone(view, page));
      }
      await view.close();
    };
    await Promise.all([worker(), worker()]);
    none(troubles, 'on a phone');
  });
});

describe('pages that the server draws', () => {
  it('are there for who asks', () => {
    none(served.filter((page) => page.status !== 200 || !page.html)
      .map((page) => `${page.path} answers ${page.status}`), 'addresses that do not answer');
  });
});

describe('keyboard', () => {
  it('skips to the content, opens the menu and what is folded', async () => {
    const { tab, close } = await openTab(browser, site.address);
    await tab.goto(site.address, { waitUntil: 'load' });
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'tresc');
    await tab.locator('.ok-menu summary').focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement.className), 'ok-menu__link');
    assert.ok(await tab.locator('.ok-menu__link').first().isVisible());
    await close();
  });
});

describe('words', () => {
  it('have no {place} left that a value should have filled', () => {
    const shown = (html) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
    none(pages.flatMap((page) => [...shown(page.html).matchAll(/\{\w+\}/g)]
      .map(([place]) => `${page.path}: ${place}`)), 'places');
  });
});

describe('a first visit', () => {
  const weights = new Map();
  const weightOf = async (part) => {
    if (!weights.has(part)) {
      const bytes = Buffer.from(await (await fetch(site.address + part)).arrayBuffer());
      weights.set(part, gzipSync(bytes).length);
    }
    return weights.get(part);
  };

  // The page, and the styles, scripts and drawings that it asks for, compressed, in bytes.
  const firstVisit = async (page) => {
    const sizes = { html: gzipSync(page.html).length, js: 0, css: 0, svg: 0 };
    const parts = new Set(page.links.map((link) => link.split('#')[0])
      .filter((link) => /\.(css|js|svg)$/.test(link)));
    for (const part of parts) sizes[part.split('.').at(-1)] += await weightOf(part);
    return sizes;
  };
  const heaviest = (pattern) => drawn.filter(({ path }) => pattern.test(path))
    .reduce((heavy, page) => (gzipSync(page.html).length > gzipSync(heavy.html).length ? page : heavy));

  for (const [name, find] of [
    ['the home page', () => everything.get('/')],
    ['the heaviest service', () => heaviest(/^\/uslugi\/[^/]+\/$/)],
    ['the heaviest service in another language', () => heaviest(/^\/(en|uk)\/uslugi\/[^/]+\/$/)],
    ['the list of services', () => everything.get('/uslugi/')],
    ['the contact page', () => everything.get('/kontakt/')],
  ]) {
    it(`to ${name} takes at most 40 kB compressed, 8 kB of it scripts`, async () => {
      const page = find();
      const sizes = await firstVisit(page);
      const all = Object.values(sizes).reduce((sum, size) => sum + size);
      const found = `${page.path}: ${all} ${JSON.stringify(sizes)}`;
      assert.ok(sizes.css > 0 && sizes.js > 0 && sizes.svg > 0, found);
      assert.ok(sizes.js <= 8192 && all <= 40960, found);
      if (process.env.SHOW_WEIGHTS) console.log(found);
    });
  }
});

describe('the home page', () => {
  it('has the phone, the hours, whether somebody answers and the search on the first screen of a phone', async () => {
    const screen = { width: 360, height: 640 };
    const { tab, close } = await openTab(browser, site.address, { viewport: screen });
    await tab.goto(site.address, { waitUntil: 'load' });
    const below = await tab.evaluate((height) => {
      const wanted = [
        ['the phone', '.ok-call__number'], ['whether it is open', '.ok-call__now'], ['the hours', '.ok-home__call .ok-hours'],
        ['the search', '#szukaj'], ['its button', '.ok-search__button'],
      ];
      return wanted.map(([what, selector]) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box?.height > 0 && box.bottom <= height ? '' : `${what}: ${box?.top}–${box?.bottom}`;
      }).filter(Boolean);
    }, screen.height);
    assert.deepEqual(below, []);
    await close();
  });

  it('has pictures and a name for a home screen', async () => {
    const manifest = await (await fetch(`${site.address}/manifest.webmanifest`)).json();
    assert.equal(manifest.short_name, 'CUS Przykładowo');
    const touch = /rel="apple-touch-icon" href="([^"]+)"/.exec(everything.get('/').html)[1];
    for (const picture of [touch, ...manifest.icons.map((icon) => icon.src)]) {
      assert.equal((await fetch(site.address + picture)).status, 200, picture);
    }
  });
});

describe('files', () => {
  it('of HTML are valid (html-validate)', () => {
    const config = JSON.parse(readFileSync(join(here, 'htmlvalidate.json'), 'utf8'));
    const validator = new HtmlValidate(new StaticConfigLoader(config));
    const troubles = [...pages, ...served].flatMap((page) =>
      validator.validateStringSync(page.html, page.path).results.flatMap((result) =>
        result.messages.map((found) =>
          `${page.path}:${found.line}:${found.column}: ${found.message} (${found.ruleId})`)));
    none(troubles, 'html-validate');
  });

  it('of HTML and CSS are valid (the Nu checker)', async () => {
    const checker = require.resolve('vnu-jar/build/dist/vnu.jar');
    const options = { maxBuffer: 64 << 20 };
    const say = (error) => error.stderr || error.message;
    // Beside the files of the site what its server draws.
    const inFiles = new Set(await readdir(site.folder, { recursive: true }));
    const fileOf = ({ path }) => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
    const folder = await mkdtemp(join(tmpdir(), 'okienko-served-'));
    const drawnNow = [...pages.filter((page) => !inFiles.has(fileOf(page))), ...served];
    await Promise.all(drawnNow.map((page, at) => writeFile(join(folder, `${at}.html`), page.html)));
    assert.ok(drawnNow.length > served.length, 'no form');
    await run('java', ['-Xss2m', '-jar', checker, '--also-check-css', '--also-check-svg', '--Werror',
      '--skip-non-html', site.folder, folder], options).catch((error) => assert.fail(say(error)))
      .finally(() => rm(folder, { recursive: true }));
  });

  it('of calendars hold what other programs make of them', async () => {
    const { stdout } = await run('/usr/bin/python3', [join(here, 'calendar_check.py'), site.folder])
      .catch((error) => assert.fail(error.stdout + error.stderr));
    assert.match(stdout, /^[1-9]\d* calendars/m);
  });

  it('of XML are well-formed', async () => {
    const names = await readdir(site.folder, { recursive: true });
    const files = names.filter((name) => name.endsWith('.xml')).map((name) => join(site.folder, name));
    assert.ok(files.length >= 2, 'no feed or no site map');
    await run('xmllint', ['--noout', '--nonet', ...files]);
  });
});
