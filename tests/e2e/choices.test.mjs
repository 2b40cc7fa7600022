// The list of services narrowed by choices: in a browser with scripts, and without them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { axeViolations, desk, launch, openTab, phone } from './browser.mjs';
import { openDemoSite } from './demo_site.mjs';

const site = await openDemoSite();
const browser = await launch();
const view = await openTab(browser, site.address, { viewport: desk });
const { tab } = view;
after(async () => {
  await browser.close();
  await site.stop();
});
const list = `${site.address}/uslugi/`;

const read = (path) => readFileSync(join(site.folder, path, 'index.html'), 'utf8');
const servicesOn = (html) =>
  [...html.matchAll(/class="ok-row__link" href="\/uslugi\/([^/"]+)\/"/g)].map(([, slug]) => slug);
const everyService = servicesOn(read('wybor'));

// What each choice finds, by the static lists: group → value → slugs.
const panel = /<details class="ok-unfold ok-choices[\s\S]*?<section class="ok-narrow__list"/.exec(read('uslugi'))[0];
const choices = Object.fromEntries(
  [...panel.matchAll(/data-group="([^"]+)"([\s\S]*?)<\/ul>/g)].map(([, group, inside]) => [
    group,
    Object.fromEntries([...inside.matchAll(/href="([^"]+)" data-value="([^"]+)"/g)]
      .map(([, href, value]) => [value, new Set(servicesOn(read(href)))])),
  ]));

// The same by the catalogue itself, asked without any code of the site.
function ask(condition) {
  const sql = `SELECT slug FROM service WHERE ${condition}`;
  const said = execFileSync('sqlite3', [join(site.folder, '../../catalogue.db'), sql], { encoding: 'utf8' });
  return new Set(said.split('\n').filter((slug) => everyService.includes(slug)));
}
const overlaps = (from, to) =>
  `coalesce(minimum_age, 0) <= ${to} AND coalesce(maximum_age, 999) >= ${from}`;
const meets = (day) => `id IN (SELECT service_id FROM service_schedule
  WHERE days LIKE '%${day}%' AND coalesce(valid_to, '9999') >= '2026-11-22')`;
const expected = {
  'wiek/do-6-lat': overlaps(0, 6),
  'wiek/7-12-lat': overlaps(7, 12),
  'wiek/13-17-lat': overlaps(13, 17),
  'wiek/18-59-lat': overlaps(18, 59),
  'wiek/60-lat-i-wiecej': overlaps(60, 999),
  'oplata/bezplatnie': "fee_mode = 'free'",
  'oplata/stala-oplata': "fee_mode = 'fixed'",
  'oplata/wedlug-dochodu': "fee_mode = 'by_income'",
  'decyzja/bez-decyzji': "decision_mode = 'programme'",
  'decyzja/decyzja': "decision_mode = 'decision'",
  'dzien/czwartek': meets('th'),
  'dzien/sobota': meets('sa'),
};

// What choices find together: one of each group, in all groups.
function together(chosen) {
  const groups = [...new Set(chosen.map(([group]) => group))];
  const allows = (slug, wanted) =>
    chosen.some(([group, value]) => group === wanted && choices[group][value].has(slug));
  return everyService.filter((slug) => groups.every((group) => allows(slug, group)));
}

const settled = () => tab.waitForFunction(() => document.querySelector('[data-status]').textContent !== '');
const rows = () => tab.locator('[data-list-rows] .ok-row__link').evaluateAll((links) =>
  links.map((link) => link.getAttribute('href').split('/')[2]));
const counts = () => tab.locator('[data-group] input').evaluateAll((checks) => checks.map((check) => [
  check.name, check.value, Number(/\d+/.exec(check.parentElement.querySelector('.ok-choices__count').textContent)),
]));
const status = () => tab.locator('[data-status]').textContent();
const queryOf = (chosen) => `?${new URLSearchParams(chosen)}`;
async function open(chosen) {
  await tab.goto(list + queryOf(chosen));
  await settled();
}
async function until(what, wanted) {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await what() === wanted) return;
    await tab.waitForTimeout(50);
  }
  assert.equal(await what(), wanted);
}

describe('static lists of choices', () => {
  it('hold what the catalogue says', () => {
    for (const [key, condition] of Object.entries(expected)) {
      const [group, value] = key.split('/');
      assert.deepEqual([...choices[group][value]].sort(), [...ask(condition)].sort(), key);
    }
  });

  it('are there for every choice of the panel, and only for choices with services', () => {
    assert.deepEqual(Object.keys(choices),
      ['obszar', 'dla-kogo', 'wiek', 'miejsce', 'oplata', 'dzien', 'decyzja']);
    for (const values of Object.values(choices)) {
      for (const [value, found] of Object.entries(values)) assert.ok(found.size > 0, value);
    }
    const drawn = readdirSync(join(site.folder, 'wybor/wiek'));
    assert.deepEqual(drawn.sort(), Object.keys(choices.wiek).sort());
  });

  it('are what the panel leads to without JavaScript', async () => {
    const bare = await openTab(browser, site.address, { javaScriptEnabled: false, viewport: phone });
    await bare.tab.goto(list);
    await bare.tab.locator('.ok-choices__button').click();
    await bare.tab.getByText('Opłata', { exact: true }).click();
    await bare.tab.getByRole('link', { name: 'stała opłata' }).click();
    assert.equal(new URL(bare.tab.url()).pathname, '/wybor/oplata/stala-oplata/');
    assert.deepEqual(new Set(servicesOn(await bare.tab.content())), ask("fee_mode = 'fixed'"));
    await bare.close();
  });
});

describe('choices', () => {
  beforeEach(() => tab.goto('about:blank'));

  const combinations = [
    [['wiek', '60-lat-i-wiecej']],
    [['wiek', 'do-6-lat'], ['wiek', '60-lat-i-wiecej']],
    [['oplata', 'bezplatnie'], ['dzien', 'czwartek']],
    [['obszar', 'kultura'], ['obszar', 'pomoc-spoleczna'], ['wiek', '60-lat-i-wiecej'], ['decyzja', 'bez-decyzji']],
    [['miejsce', 'biblioteka'], ['dla-kogo', 'osoby-starsze']],
  ];
  for (const chosen of combinations) {
    it(`${chosen.map((pair) => pair.join('=')).join(' & ')} find what one of each group and all groups allow`, async () => {
      await open(chosen);
      const wanted = together(chosen);
      assert.deepEqual(await rows(), wanted);
      assert.match(await status(), new RegExp(wanted.length ? `^Znaleziono ${wanted.length} usłu` : '^Nie znaleziono'));
      for (const [group, value, count] of await counts()) {
        const others = chosen.filter(([each]) => each !== group);
        assert.equal(count, together([...others, [group, value]]).length, `count of ${group}=${value}`);
      }
    });
  }

  it('show rows like those of the static lists', async () => {
    await open([['oplata', 'stala-oplata']]);
    const drawn = await tab.locator('[data-list-rows] > li').evaluateAll((items) => items.map((item) => item.innerHTML));
    const all = [...read('wybor/oplata/stala-oplata').matchAll(/<li class="ok-list__item">([\s\S]*?)<\/li>/g)];
    const fragment = await tab.evaluate((items) => items.map((html) => {
      const item = document.createElement('li');
      item.innerHTML = html;
      return item.innerHTML;
    }), all.map(([, inside]) => inside));
    assert.deepEqual(drawn, fragment);
  });

  it('say how many were found with the right Polish ending', async () => {
    await open([['obszar', 'mieszkalnictwo']]);
    assert.equal(await status(), 'Znaleziono 1 usługę');
    await open([['oplata', 'stala-oplata']]);
    assert.equal(await status(), 'Znaleziono 2 usługi');
    await open([['oplata', 'bezplatnie']]);
    assert.equal(await status(), `Znaleziono ${choices.oplata.bezplatnie.size} usług`);
  });

  it('stand in the address, and the back button takes one away', async () => {
    await tab.goto(list);
    await tab.getByText('Opłata', { exact: true }).click();
    await tab.getByLabel('stała opłata').check();
    await settled();
    assert.equal(new URL(tab.url()).search, '?oplata=stala-oplata');
    await tab.getByLabel('bezpłatnie').check();
    assert.equal(new URL(tab.url()).search, '?oplata=bezplatnie&oplata=stala-oplata');
    await until(status, `Znaleziono ${together([['oplata', 'bezplatnie'], ['oplata', 'stala-oplata']]).length} usług`);
    await tab.goBack();
    await until(status, 'Znaleziono 2 usługi');
    assert.equal(await tab.getByLabel('bezpłatnie').isChecked(), false);
    await tab.goBack();
    await until(status, 'Pokazujemy wszystkie usługi.');
    assert.ok(await tab.locator('[data-everything]').isVisible());
    await tab.goForward();
    await until(status, 'Znaleziono 2 usługi');
  });

  it('survive a visit to a service and back', async () => {
    await open([['oplata', 'stala-oplata']]);
    await tab.locator('[data-list-rows] a').first().click();
    await tab.waitForURL(/\/uslugi\/.+\//);
    await tab.goBack();
    await settled();
    assert.equal((await rows()).length, 2);
  });

  it('work with the keyboard alone, and never lose the focus', async () => {
    await tab.goto(list);
    const focused = () => tab.evaluate(() => document.activeElement.textContent.trim());
    await tab.locator('summary').filter({ hasText: /^Opłata$/ }).focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    await settled();
    assert.equal(await tab.evaluate(() => document.activeElement.value), 'bezplatnie');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    await tab.locator('[data-chosen] button').first().focus();
    await tab.keyboard.press('Enter');
    await until(status, 'Znaleziono 2 usługi');
    await until(focused, 'Usuń wybór: stała opłata');
    await tab.keyboard.press('Enter');
    await until(status, 'Pokazujemy wszystkie usługi.');
    await until(() => tab.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Lista usług');
  });

  it('are all cleared at once', async () => {
    await open([['oplata', 'stala-oplata'], ['wiek', 'do-6-lat']]);
    await tab.getByRole('button', { name: 'Wyczyść wszystko' }).click();
    await until(status, 'Pokazujemy wszystkie usługi.');
    assert.equal(new URL(tab.url()).search, '');
    assert.equal(await tab.locator('[data-group] input:checked').count(), 0);
  });

  it('that find nothing say what to leave out and whom to call', async () => {
    await open([['obszar', 'mieszkalnictwo'], ['wiek', 'do-6-lat']]);
    assert.equal(await status(), 'Nie znaleziono żadnej usługi');
    const none = tab.locator('[data-none]');
    assert.match(await none.innerText(), /99\s900\s10\s20/);
    await none.getByRole('button', { name: 'Wiek (1)' }).click();
    await until(status, 'Znaleziono 1 usługę');
    assert.deepEqual(await rows(), [...choices.obszar.mieszkalnictwo]);
  });

  it('are announced once for each choice', async () => {
    await open([['oplata', 'stala-oplata']]);
    await tab.evaluate(() => {
      globalThis.said = [];
      new MutationObserver(() => globalThis.said.push(document.querySelector('[data-status]').textContent))
        .observe(document.querySelector('[data-status]'), { childList: true, characterData: true, subtree: true });
    });
    await tab.locator('[data-group=dzien] input').first().evaluate((check) => check.click());
    await tab.waitForTimeout(500);
    assert.equal((await tab.evaluate(() => globalThis.said)).length, 1);
  });

  it('say so when their file does not load', async () => {
    const cut = await openTab(browser, site.address, { viewport: desk });
    await cut.tab.route('**/spis.json', (route) => route.abort());
    await cut.tab.goto(`${list}?wiek=do-6-lat`);
    await cut.tab.locator('[data-failed]').waitFor();
    await cut.tab.getByRole('link', { name: 'wszystkie usługi po kolei' }).click();
    assert.equal(new URL(cut.tab.url()).pathname, '/wybor/');
    await cut.close();
  });

  for (const [name, viewport] of [['a phone', phone], ['a desk', desk]]) {
    it(`are accessible while they narrow the list, at ${name}`, async () => {
      await tab.setViewportSize(viewport);
      await open([['oplata', 'bezplatnie'], ['dzien', 'czwartek']]);
      assert.deepEqual(await axeViolations(tab), []);
      await open([['obszar', 'mieszkalnictwo'], ['wiek', 'do-6-lat']]);
      assert.deepEqual(await axeViolations(tab), []);
      await tab.setViewportSize(desk);
    });
  }

  it('ask nobody else and print no errors', () => assert.deepEqual(view.takeTroubles(), []));
});

it('all scripts of the site are small', async () => {
  const { gzipSync } = await import('node:zlib');
  const name = readdirSync(join(site.folder, 'zasoby')).find((file) => /^okienko\..*\.js$/.test(file));
  const size = gzipSync(readFileSync(join(site.folder, 'zasoby', name)), { level: 9 }).length;
  assert.ok(size <= 8192, `${size} bytes`);
});
