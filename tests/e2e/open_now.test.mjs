// Whether the centre is open, as the page says it to a reader at some moment, anywhere.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, openTab } from './browser.mjs';
import { makeDemoCentre, okienko, serve } from './demo_site.mjs';

const centre = await makeDemoCentre();
const browser = await launch();
let site;
before(async () => {
  // A closure of more than a week, beside the demo's own days.
  const settings = join(centre.folder, 'okienko.toml');
  const closed = '[[contact.special_days]]\nfrom = 2026-12-01\nuntil = 2026-12-09\n\n';
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('[[contact.special', `${closed}$&`));
  await okienko(centre.folder, 'build');
  site = await serve(centre.folder, '--port', '0');
});
after(async () => {
  await browser.close();
  await site?.stop();
  await centre.remove();
});

// What the page says about now; nothing when it says nothing.
async function lineAt(moment, path = '/', options = {}) {
  const { tab, close } = await openTab(browser, site.address, options);
  await tab.clock.setFixedTime(new Date(moment));
  await tab.goto(site.address + path, { waitUntil: 'load' });
  const said = await tab.locator('[data-open-line]:visible').allInnerTexts();
  await close();
  return said.map((text) => text.replaceAll('\u00a0', ' ')).filter((text) => /\d/.test(text));
}

describe('whether the centre is open', () => {
  for (const [what, moment, said] of [
    ['in working hours', '2026-11-23T10:00+01:00', 'Teraz otwarte, do 15:30'],
    ['in the last minute', '2026-11-23T15:29:59+01:00', 'Teraz otwarte, do 15:30'],
    ['just closed', '2026-11-23T15:30+01:00', 'Otwieramy jutro o 7:30'],
    ['on the longer day', '2026-11-26T16:00+01:00', 'Teraz otwarte, do 17:00'],
    ['early in the morning', '2026-11-23T06:00+01:00', 'Otwieramy dziś o 7:30'],
    ['on Friday afternoon', '2026-11-27T16:00+01:00', 'Otwieramy w poniedziałek o 7:30'],
    ['before Christmas', '2026-12-23T18:00+01:00', 'Otwieramy w poniedziałek o 7:30'],
    ['on Christmas Eve', '2026-12-24T10:00+01:00', 'Otwieramy w poniedziałek o 7:30'],
    ['on a day with shorter hours', '2026-12-31T12:00+01:00', 'Teraz otwarte, do 13:00'],
    ['after the shorter hours', '2026-12-31T14:00+01:00', 'Otwieramy w poniedziałek o 7:30'],
    ['on Easter Sunday, when clocks change', '2027-03-28T12:00+02:00', 'Otwieramy we wtorek o 7:30'],
    ['in summer', '2027-07-05T08:00+02:00', 'Teraz otwarte, do 15:30'],
    ['before a long closure', '2026-11-30T18:00+01:00', 'Otwieramy w czwartek 10 grudnia o 7:30'],
  ]) {
    it(`is told ${what}`, async () => assert.deepEqual(await lineAt(moment), [said]));
  }

  it('follows the clock at the centre, not the reader’s', async () => {
    for (const timezoneId of ['America/New_York', 'Asia/Tokyo']) {
      const said = await lineAt('2026-11-23T10:00+01:00', '/', { timezoneId });
      assert.deepEqual(said, ['Teraz otwarte, do 15:30']);
    }
  });

  it('is told in the language of the page', async () => {
    const friday = '2026-11-27T16:00+01:00';
    assert.deepEqual(await lineAt(friday, '/en/'), ['Opens on Monday at 7:30']);
    assert.deepEqual(await lineAt(friday, '/uk/'), ['Відчиняємо в понеділок о 7:30']);
  });

  it('is told once on a page, wherever that is', async () => {
    for (const path of ['/', '/kontakt/', '/uslugi/', '/404.html']) {
      assert.equal((await lineAt('2026-11-23T10:00+01:00', path)).length, 1, path);
    }
  });

  it('is not guessed when the holidays of that year are not known', async () => {
    assert.deepEqual(await lineAt('2028-01-04T10:00+01:00'), []);
  });

  it('interrupts nobody', async () => {
    const page = await (await fetch(site.address)).text();
    assert.doesNotMatch(page, /aria-live|role="(?:status|alert|log)"/);
  });

  it('leaves the plain hours to a page without JavaScript', async () => {
    const { tab, close } = await openTab(browser, site.address, { javaScriptEnabled: false });
    await tab.goto(site.address, { waitUntil: 'load' });
    assert.equal(await tab.locator('main [data-open-line]:visible').count(), 0);
    assert.match(await tab.locator('main .ok-window').innerText(), /7:30–15:30/);
    await close();
  });
});
