// The search as a resident uses it: without JavaScript, with suggestions by keyboard, on a phone; and
// where only files are served.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  axeViolations, colourViolations, desk, headingTroubles, keyboardTroubles, launch, openTab, phone,
  sidewaysTroubles,
} from './browser.mjs';
import { makeDemoCentre, okienko, serve } from './demo_site.mjs';

const centre = await makeDemoCentre();
await okienko(centre.folder, 'build');
const site = await serve(centre.folder, '--port', '0');
const browser = await launch();
after(async () => {
  await browser.close();
  await site.stop();
  await centre.remove();
});

async function open(path, options = {}) {
  const opened = await openTab(browser, site.address, options);
  await opened.tab.goto(site.address + path, { waitUntil: 'load' });
  return opened;
}

describe('the search', () => {
  it('works with JavaScript off, from any page', async () => {
    const { tab, close } = await open('/aktualnosci/', { javaScriptEnabled: false });
    await tab.locator('#szukaj').fill('dentysta dla dzieciaka');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/szukaj/?q=*');
    assert.equal(await tab.locator('.ok-results a').first().innerText(), 'Stomatolog dla dzieci');
    assert.equal(await tab.locator('#szukaj').inputValue(), 'dentysta dla dzieciaka');
    await close();
  });

  it('narrows what it has found, and keeps the words', async () => {
    const { tab, close } = await open('/szukaj?q=pomoc', { javaScriptEnabled: false });
    await tab.getByText('Zawęź wyniki').click();
    await tab.getByLabel('Co pokazać').selectOption('news');
    await tab.getByRole('button', { name: 'Pokaż' }).click();
    assert.equal(new URL(tab.url()).searchParams.get('q'), 'pomoc');
    const kinds = await tab.locator('.ok-results__kind').allInnerTexts();
    assert.ok(kinds.length && kinds.every((kind) => kind === 'Aktualność'), kinds.join());
    await close();
  });

  it('suggests pages while typing, by keyboard, and says so', async () => {
    const { tab, close } = await open('/uslugi/');
    const field = tab.locator('#szukaj');
    await field.focus();
    await tab.keyboard.type('wozek inw');
    await tab.locator('[role="option"]').nth(1).waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    assert.match(await tab.locator('form [role="status"]').innerText(), /Podpowiedzi: \d/);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('ArrowDown');
    const chosen = await field.getAttribute('aria-activedescendant');
    assert.equal(await tab.locator(`#${chosen}`).getAttribute('aria-selected'), 'true');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/uslugi/wypozyczalnia-sprzetu-rehabilitacyjnego/');
    await close();
  });

  it('closes its suggestions with Escape and searches with Enter', async () => {
    const { tab, close } = await open('/');
    await tab.locator('#szukaj').focus();
    await tab.keyboard.type('psycholog');
    await tab.locator('[role="option"]').first().waitFor();
    await tab.keyboard.press('Escape');
    assert.equal(await tab.locator('[role="listbox"]').isVisible(), false);
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/szukaj/?q=psycholog');
    await close();
  });

  it('is a plain field where nobody answers', async () => {
    const { tab, close } = await open('/');
    await tab.route('**/api/search*', (route) => route.fulfill({ status: 404, body: '' }));
    await tab.locator('#szukaj').focus();
    await tab.keyboard.type('psycholog');
    await tab.waitForTimeout(500);
    assert.equal(await tab.locator('[role="option"]').count(), 0);
    await close();
  });

  for (const [name, path] of [
    ['an answer', '/szukaj?q=psyholog'],
    ['no answer', '/szukaj?q=zzzqqx'],
    ['chosen answers', '/szukaj?q=pomoc&rodzaj=service'],
    ['no question', '/szukaj'],
    ['an English answer', '/en/szukaj?q=wheelchair'],
  ]) {
    it(`is for everybody: ${name}`, async () => {
      for (const viewport of [phone, desk]) {
        const { tab, close } = await open(path, { viewport });
        const troubles = [
          ...await axeViolations(tab), ...await colourViolations(tab), ...await headingTroubles(tab),
          ...await sidewaysTroubles(tab), ...await keyboardTroubles(tab),
        ];
        assert.deepEqual(troubles, []);
        await close();
      }
    });
  }

  it('is for everybody while it suggests', async () => {
    const { tab, close } = await open('/uslugi/', { viewport: phone });
    await tab.locator('#szukaj').focus();
    await tab.keyboard.type('klub');
    await tab.locator('[role="option"]').first().waitFor();
    await tab.keyboard.press('ArrowDown');
    assert.deepEqual([...await axeViolations(tab), ...await sidewaysTroubles(tab)], []);
    await close();
  });
});
