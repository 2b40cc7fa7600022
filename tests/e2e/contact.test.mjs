// The contact form as a resident uses it: without JavaScript, by keyboard, with mistakes.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  axeViolations, colourViolations, desk, headingTroubles, keyboardTroubles, launch, linkTroubles,
  openTab, phone, sidewaysTroubles,
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

const shortestFill = 3100;
const plain = (text) => text.replaceAll('\u00a0', ' ');

async function openForm(options = {}, path = '/napisz') {
  const opened = await openTab(browser, site.address, options);
  await opened.tab.goto(site.address + path, { waitUntil: 'load' });
  return opened;
}

describe('the contact form', () => {
  it('is one button away from the contact page', async () => {
    const { tab, close } = await openForm({}, '/kontakt/');
    await tab.getByRole('link', { name: 'Napisz przez formularz' }).click();
    assert.equal(new URL(tab.url()).pathname, '/napisz');
    await close();
  });

  it('is sent by keyboard alone with JavaScript off, and gives a case number', async () => {
    const { tab, close } = await openForm({ javaScriptEnabled: false }, '/napisz?usluga=bank-czasu');
    assert.equal(await tab.getByLabel('W jakiej sprawie').inputValue(), 'Bank Czasu');
    await tab.getByLabel('W jakiej sprawie').focus();
    const type = async (text) => {
      await tab.keyboard.press('Tab');
      await tab.keyboard.type(text);
    };
    await type('Czy mogę pomagać w soboty?');
    await type('Pani Ania');
    await type('857 152 550');
    await type('');
    await type('po 16:00');
    await tab.keyboard.press('Tab');
    assert.match(await tab.evaluate(() => document.activeElement.textContent), /informacja/);
    await tab.keyboard.press('Tab');
    await tab.waitForTimeout(shortestFill);
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/napisz/wyslane?sprawa=*');
    const number = new URL(tab.url()).searchParams.get('sprawa');
    assert.ok(plain(await tab.locator('main').innerText()).includes(number));
    const { stdout } = await okienko(centre.folder, 'messages', 'show', number);
    for (const said of ['Pani Ania', '85 715 25 50', 'po 16:00', 'Bank Czasu', 'w soboty?']) {
      assert.ok(plain(stdout).includes(said), `${said} in ${stdout}`);
    }
    await close();
  });

  it('says what is wrong first, leads to the field, and keeps what was typed', async () => {
    const { tab, close } = await openForm({ javaScriptEnabled: false });
    await tab.getByLabel('Twoja wiadomość').fill('Mam numer 44051401359');
    await tab.getByLabel('Telefon').fill('12');
    await tab.getByRole('button', { name: 'Wyślij wiadomość' }).click();
    assert.match(await tab.title(), /^Do poprawienia: /);
    const summary = tab.getByRole('region', { name: 'Popraw i wyślij' });
    assert.equal(await summary.getByRole('link').count(), 4);
    await summary.getByRole('link', { name: 'Sprawdź numer telefonu' }).click();
    assert.equal(new URL(tab.url()).hash, '#telefon');
    assert.equal(await tab.getByLabel('Twoja wiadomość').inputValue(), 'Mam numer 44051401359');
    assert.equal(await tab.getByLabel('Telefon').getAttribute('aria-invalid'), 'true');
    await close();
  });

  for (const [what, viewport] of [['a phone', phone], ['a desk', desk]]) {
    for (const colorScheme of ['light', 'dark']) {
      it(`is accessible on ${what} in the ${colorScheme}, also with mistakes in it`, async () => {
        const { tab, close } = await openForm({ viewport, colorScheme });
        const troubles = async () => [
          ...await axeViolations(tab), ...await colourViolations(tab), ...await headingTroubles(tab),
          ...await linkTroubles(tab), ...await sidewaysTroubles(tab), ...await keyboardTroubles(tab),
        ];
        assert.deepEqual(await troubles(), []);
        await tab.getByRole('button', { name: 'Wyślij wiadomość' }).click();
        assert.deepEqual(await troubles(), []);
        await tab.goto(`${site.address}/napisz/wyslane?sprawa=7F3-Q2M`);
        assert.deepEqual(await troubles(), []);
        await close();
      });
    }
  }

  it('speaks English and Ukrainian', async () => {
    for (const [path, title] of [['/en/napisz', 'Write to us'], ['/uk/napisz', 'Напишіть нам']]) {
      const { tab, close } = await openForm({}, path);
      assert.equal(await tab.locator('h1').innerText(), title);
      assert.deepEqual(await axeViolations(tab), []);
      await close();
    }
  });
});
