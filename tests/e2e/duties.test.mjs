// What the law wants of the site, on the pages as they are published.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { desk, launch, openTab } from './browser.mjs';
import { siteMapPaths } from './crawl.mjs';
import { openDemoSite } from './demo_site.mjs';

const site = await openDemoSite();
const browser = await launch();
const { tab, close } = await openTab(browser, site.address, { viewport: desk });
after(async () => {
  await close();
  await browser.close();
  await site.stop();
});

const html = async (path) => (await fetch(site.address + path)).text();
const count = (text, part) => text.split(part).length - 1;

const { paths } = await siteMapPaths(site.address);
const pages = await Promise.all([...paths, '/404.html'].map(async (path) => [path, await html(path)]));

const declarations = {
  pl: '/deklaracja-dostepnosci/',
  en: '/en/deklaracja-dostepnosci/',
  uk: '/uk/deklaracja-dostepnosci/',
};
const ids = [
  'wstep', 'podmiot', 'zakres', 'url', 'data-publikacja', 'data-aktualizacja', 'status',
  'data-sporzadzenie', 'data-przeglad', 'kontakt', 'email', 'telefon', 'procedura',
  'architektura', 'komunikacja',
];
const headings = [
  'H1 Deklaracja dostępności',
  'H2 Stan dostępności cyfrowej',
  'H2 Niedostępne treści',
  'H3 Niezgodność z załącznikiem',
  'H2 Przygotowanie deklaracji dostępności i jej aktualizacja',
  'H2 Udogodnienia, ograniczenia i inne informacje',
  'H2 Informacje zwrotne i dane kontaktowe',
  'H2 Obsługa wniosków i skarg związanych z dostępnością',
  'H2 Pozostałe informacje',
  'H3 Dostępność architektoniczna',
  'H3 Dostępność komunikacyjno-informacyjna',
];

describe('the accessibility declaration', () => {
  for (const [language, path] of Object.entries(declarations)) {
    it(`in ${language} has each id exactly once and dates that machines read`, async () => {
      const page = await html(path);
      for (const id of ids) assert.equal(count(page, `id="a11y-${id}"`), 1, id);
      assert.equal(count(page, 'id="a11y-'), ids.length, 'other ids');
      for (const [, date] of page.matchAll(/<time id="a11y-data-[a-z]+" datetime="([^"]*)"/g)) {
        assert.match(date, /^\d{4}-\d{2}-\d{2}$/);
      }
      assert.equal(count(page, '<time id="a11y-data-'), 4);
    });
  }

  it('has its headings in the order of the technical conditions', async () => {
    await tab.goto(site.address + declarations.pl);
    const found = await tab.$$eval('main h1, main h2, main h3', (all) =>
      all.map((each) => `${each.tagName} ${each.textContent.replaceAll('\u00a0', ' ').trim()}`));
    assert.deepEqual(found, headings);
  });

  it('says that texts of the settings are Polish in other languages', async () => {
    await tab.goto(site.address + declarations.en);
    assert.equal(await tab.$eval('#a11y-podmiot', (each) => each.lang), 'pl');
    assert.equal(await tab.$eval('#a11y-komunikacja ul', (each) => each.lang), 'pl');
    assert.equal(await tab.$eval('#a11y-status', (each) => each.closest('[lang]').lang), 'en');
  });
});

describe('every page', () => {
  it('links to the declaration by the name that the law gives it, and names it in its head', () => {
    for (const [path, page] of pages) {
      assert.match(page, /<a href="\/deklaracja-dostepnosci\/"[^>]*>Deklaracja dostępności<\/a>/, path);
      assert.match(page, /<meta name="deklaracja-dostępności" content="https:\/\/[^"]+\/deklaracja-dostepnosci\/">/, path);
    }
  });

  it('links to the Public Information Bulletin, the easy-to-read text and the sign language', () => {
    for (const [path, page] of pages) {
      assert.match(page, /<a href="https:\/\/bip\.[^"]+"[^>]*>[^<]*BIP[^<]*<\/a>/, path);
      assert.match(page, /<a href="\/etr\/"[^>]*>[^<]*ETR[^<]*<\/a>/, path);
      assert.match(page, /<a href="\/pjm\/"[^>]*>[^<]*PJM[^<]*<\/a>/, path);
    }
  });
});

describe('information about personal data', () => {
  for (const name of [
    'formularz-kontaktowy', 'wniosek-o-usluge', 'zgloszenie-uslugi', 'powiadomienia', 'statystyka',
    'zgloszenie-bledu', 'ocena-strony',
  ]) {
    it(`for ${name} has the elements of art. 13`, async () => {
      const page = await html(`/polityka-prywatnosci/${name}/`);
      assert.match(page, /iod@cus\.przykladowo\.example/);
      assert.match(page, /Urzędu Ochrony Danych Osobowych/);
      assert.match(page, /art\.\u00a06 ust\.\u00a01 lit\./);
      assert.equal(count(page.slice(page.indexOf('<main'), page.indexOf('</main')), '<h2>'), 9);
    });
  }
});

describe('European money', () => {
  it('is named at the foot of every page, and with its project and signs on that of the programme', async () => {
    for (const [path, page] of pages) assert.match(page, /ok-footer__funding[^<]*>[^<]*Unii Europejskiej/, path);
    await tab.goto(`${site.address}/program/program-uslug-spolecznych-2026-2028/`);
    const section = tab.locator('section[aria-labelledby=dzial-projekt-unijny]');
    const text = (await section.innerText()).replaceAll('\u00a0', ' ');
    for (const said of ['FE-00.00-00-0000/26', 'Blisko ludzi', 'Fundusze Europejskie', '2 001 920 zł']) {
      assert.ok(text.includes(said), said);
    }
    const signs = await section.locator('img').evaluate((each) => each.decode().then(() => ({ ...each.dataset, alt: each.alt })));
    assert.match(signs.alt, /Fundusze Europejskie, Rzeczpospolita Polska/);
  });
});

describe('a form', () => {
  for (const [path, clause] of [
    ['/napisz', 'formularz-kontaktowy'], ['/zglos-nieaktualne?usluga=bank-czasu', 'zgloszenie-bledu'],
    ['/opinia?strona=/kontakt/&ocena=3', 'ocena-strony'], ['/zglos-usluge', 'zgloszenie-uslugi'],
    ['/szukaj/?q=opieka', 'statystyka'],
  ]) {
    it(`at ${path} says in short what becomes of the data, and leads to the rest`, async () => {
      assert.ok((await html(path)).includes(`<a href="/polityka-prywatnosci/${clause}/">`));
    });
  }
});

describe('the results', () => {
  const amount = (text) => Number(text.replace(/[^\d,]/g, '').replace(',', '.') || 0);

  it('of the budget have totals that are the sums of their rows', async () => {
    await tab.goto(`${site.address}/wyniki/`);
    const tables = await tab.$$eval('section[aria-labelledby=budzet] table', (all) =>
      all.filter((table) => table.querySelector('.ok-figures__total')).map((table) =>
        [...table.querySelectorAll('tbody tr')].map((row) => ({
          total: row.classList.contains('ok-figures__total'),
          plan: row.cells[1].textContent,
        }))));
    assert.ok(tables.length >= 7, `${tables.length} tables with a total`);
    for (const rows of tables) {
      const sum = rows.filter((row) => !row.total).reduce((all, row) => all + amount(row.plan), 0);
      assert.equal(amount(rows.find((row) => row.total).plan), sum);
    }
    assert.match(await tab.textContent('main'), /2\u00a0502\u00a0400\u00a0zł/);
  });

  it('are charts with a caption, and tables that say the same', async () => {
    const charts = await tab.$$eval('figure.ok-chart', (all) => all.map((figure) => ({
      caption: figure.querySelector('figcaption').textContent.trim(),
      hidden: figure.querySelector('.ok-chart__rows').getAttribute('aria-hidden'),
      bars: figure.querySelectorAll('svg rect').length,
      table: Boolean(figure.parentElement.querySelector('figure.ok-chart ~ .ok-figures table')),
    })));
    assert.ok(charts.length >= 8, `${charts.length} charts`);
    for (const chart of charts) {
      assert.ok(chart.caption && chart.bars && chart.table, JSON.stringify(chart));
      assert.equal(chart.hidden, 'true');
    }
  });

  it('tell own tasks from commissioned ones without colours', async () => {
    await tab.emulateMedia({ forcedColors: 'active' });
    const full = await tab.$eval('.ok-chart__full', (each) => getComputedStyle(each).fill);
    const striped = await tab.$eval('.ok-chart__striped', (each) => getComputedStyle(each).fill);
    await tab.emulateMedia({ forcedColors: 'none' });
    assert.match(striped, /url\("?#wykres-kreski"?\)/);
    assert.doesNotMatch(full, /url/);
  });
});
