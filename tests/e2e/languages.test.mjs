// The site for people who read English or Ukrainian: which language each text says it is in, and
// where the language switch leads.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { axeViolations, launch, openTab } from './browser.mjs';
import { openDemoSite } from './demo_site.mjs';

const site = await openDemoSite();
const browser = await launch();
after(async () => {
  await browser.close();
  await site.stop();
});

const translated = [
  'asystent-rodziny', 'poradnictwo-psychologiczne', 'transport-door-to-door', 'uslugi-opiekuncze',
  'wypozyczalnia-sprzetu-rehabilitacyjnego',
];

async function on(path, look) {
  const { tab, close } = await openTab(browser, site.address);
  try {
    const answer = await tab.goto(site.address + path, { waitUntil: 'load' });
    assert.equal(answer.status(), 200, path);
    return await look(tab);
  } finally {
    await close();
  }
}

const switches = (tab) => tab.$$eval('.ok-languages a', (links) => links.map((link) => ({
  path: new URL(link.href).pathname, hreflang: link.hreflang, lang: link.lang, text: link.textContent.trim(),
})));
const alternates = (tab) => tab.$$eval('link[rel=alternate][hreflang]', (links) =>
  Object.fromEntries(links.map((link) => [link.hreflang, new URL(link.href).pathname])));

// Words that stand in most Polish sentences and in no English one; names of places do not have them.
const polish = /(?<!\p{L})(się|nie|jest|oraz|lub|albo|przez|gdy|od|osób|dla|jej|ustawy)(?!\p{L})/u;

// Texts with the language of their element, as a screen reader takes them.
const texts = (tab) => tab.$$eval('main *', (elements) => elements.flatMap((element) => {
  const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(' ');
  return own.trim() ? [{ text: own.trim(), lang: element.closest('[lang]').lang }] : [];
}));

describe('services in other languages', { concurrency: 2 }, () => {
  for (const language of ['en', 'uk']) {
    for (const slug of translated) {
      it(`/${language}/uslugi/${slug}/ says what of it is in which language`, () =>
        on(`/${language}/uslugi/${slug}/`, async (tab) => {
          assert.equal(await tab.getAttribute('html', 'lang'), language);
          assert.deepEqual(await axeViolations(tab), []);
          for (const { text, lang } of await texts(tab)) {
            if (polish.test(text)) assert.equal(lang, 'pl', `${slug}: “${text}” is Polish`);
            if (/[А-Яа-яҐґЄєІіЇї]/.test(text)) assert.equal(lang, 'uk', `${slug}: “${text}”`);
          }
        }));
    }

    it(`are listed at /${language}/uslugi/`, () => on(`/${language}/uslugi/`, async (tab) => {
      const paths = await tab.$$eval('.ok-row__link', (links) => links.map((link) => new URL(link.href).pathname));
      assert.deepEqual(paths.sort(), translated.map((slug) => `/${language}/uslugi/${slug}/`));
      assert.equal(await tab.getAttribute('main a[href="/uslugi/"]', 'hreflang'), 'pl');
    }));
  }
});

describe('the language switch', () => {
  it('leads to the same page where it is translated', () => on('/en/uslugi/asystent-rodziny/', async (tab) => {
    assert.deepEqual((await switches(tab)).map((each) => [each.path, each.hreflang, each.lang, each.text]), [
      ['/uslugi/asystent-rodziny/', 'pl', 'pl', 'Polski'],
      ['/uk/uslugi/asystent-rodziny/', 'uk', 'uk', 'Українська'],
    ]);
  }));

  it('leads to the home page of a language otherwise, and says so', () => on('/uslugi/bank-czasu/', async (tab) => {
    assert.deepEqual((await switches(tab)).map((each) => [each.path, each.text]), [
      ['/en/', 'English home'],
      ['/uk/', 'Українська головна'],
    ]);
  }));

  it('is told to search engines, with Polish for everybody else', async () => {
    const expected = {
      pl: '/uslugi/uslugi-opiekuncze/',
      en: '/en/uslugi/uslugi-opiekuncze/',
      uk: '/uk/uslugi/uslugi-opiekuncze/',
      'x-default': '/uslugi/uslugi-opiekuncze/',
    };
    for (const path of Object.values(expected)) assert.deepEqual(await on(path, alternates), expected);
    assert.deepEqual(await on('/uslugi/bank-czasu/', alternates), {});
  });
});

describe('links on pages in other languages', () => {
  it('to Polish pages say that they are Polish', () => on('/uk/uslugi/transport-door-to-door/', async (tab) => {
    const links = await tab.$$eval('a[href^="/"]', (all) => all.map((link) => ({ path: new URL(link.href).pathname, hreflang: link.hreflang })));
    const silent = links.filter(({ path, hreflang }) => !path.startsWith('/uk/') && !path.endsWith('.ics') && hreflang === '');
    assert.deepEqual(silent, []);
  }));
});
