// Reports that a sheet is out of date and opinions about pages, as a reader gives them: without
// JavaScript, in two steps, with mistakes, and with scripts in every field.
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

async function open(path, options = {}) {
  const opened = await openTab(browser, site.address, options);
  await opened.tab.goto(site.address + path, { waitUntil: 'load' });
  return opened;
}

const troublesOf = async (tab) => [
  ...await axeViolations(tab), ...await colourViolations(tab), ...await headingTroubles(tab),
  ...await linkTroubles(tab), ...await sidewaysTroubles(tab), ...await keyboardTroubles(tab),
];

describe('a report that a sheet is out of date', () => {
  it('is one link away from the sheet and is sent without a name or JavaScript', async () => {
    const { tab, close } = await open('/uslugi/bank-czasu/', { javaScriptEnabled: false });
    await tab.getByRole('link', { name: 'napisz do nas o tej karcie' }).click();
    assert.equal(await tab.getByRole('main').getByRole('link', { name: 'Bank Czasu' }).count(), 1);
    await tab.getByLabel('Godziny lub terminy').focus();
    await tab.keyboard.press('Space');
    await tab.getByLabel('Jak jest naprawdę?').fill('We wtorki jest zamknięte.');
    await tab.waitForTimeout(shortestFill);
    await tab.getByRole('button', { name: 'Wyślij zgłoszenie' }).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/zglos-nieaktualne/wyslane?*');
    const number = new URL(tab.url()).searchParams.get('sprawa');
    const { stdout } = await okienko(centre.folder, 'messages', 'show', number);
    for (const said of ['nieaktualna informacja', 'bank-czasu', 'godziny lub terminy', 'We wtorki']) {
      assert.ok(stdout.includes(said), `${said} in ${stdout}`);
    }
    await tab.getByRole('link', { name: 'Wróć do karty usługi' }).click();
    assert.equal(new URL(tab.url()).pathname, '/uslugi/bank-czasu/');
    await close();
  });
});

describe('the question whether a page is clear', () => {
  it('stands on every kind of page and is answered in two steps without JavaScript', async () => {
    for (const path of ['/', '/uslugi/', '/uslugi/bank-czasu/', '/aktualnosci/', '/en/', '/uk/']) {
      const html = await (await fetch(site.address + path)).text();
      assert.equal(html.split(`opinia?strona=${path}"`).length, 2, path);
    }
    const { tab, close } = await open('/uslugi/bank-czasu/', { javaScriptEnabled: false });
    await tab.getByRole('link', { name: 'Czy ta strona jest zrozumiała?' }).click();
    await tab.getByRole('button', { name: '2 – niewiele jest jasne' }).click();
    await tab.getByLabel('Trudne słowa').check();
    await tab.getByLabel('Czego nie rozumiesz?').fill('Nie wiem, co to jest księga wymian.');
    await tab.waitForTimeout(shortestFill);
    await tab.getByRole('button', { name: 'Wyślij ocenę' }).click();
    await tab.waitForURL(/\/opinia\/wyslane\?/);
    const { stdout } = await okienko(centre.folder, 'messages', 'list', '--kind', 'feedback');
    assert.match(stdout, /ocena strony 2 z 5: \/uslugi\/bank-czasu\/\n.*trudne słowa/);
    await tab.getByRole('link', { name: 'Wróć na ocenianą stronę' }).click();
    assert.equal(new URL(tab.url()).pathname, '/uslugi/bank-czasu/');
    await close();
  });

  it('asks for other reasons when the page was clear', async () => {
    const { tab, close } = await open('/opinia?strona=/');
    await tab.getByRole('button', { name: '5 – wszystko jest jasne' }).click();
    assert.equal(await tab.getByLabel('Proste słowa').count(), 1);
    assert.equal(await tab.getByLabel('Trudne słowa').count(), 0);
    await tab.getByRole('link', { name: 'zmień ocenę' }).click();
    await tab.getByRole('button', { name: '1 – nic nie jest jasne' }).click();
    assert.equal(await tab.getByLabel('Trudne słowa').count(), 1);
    await close();
  });
});

describe('the pages of both', () => {
  const paths = [
    '/zglos-nieaktualne?usluga=bank-czasu', '/zglos-nieaktualne/wyslane?sprawa=7F3-Q2M',
    '/opinia?strona=/', '/opinia?strona=/&ocena=1', '/opinia?strona=/&ocena=5',
    '/opinia/wyslane?strona=/', '/en/opinia?strona=/en/', '/uk/zglos-nieaktualne',
  ];
  for (const [what, viewport] of [['a phone', phone], ['a desk', desk]]) {
    for (const colorScheme of ['light', 'dark']) {
      it(`are accessible on ${what} in the ${colorScheme}, also with mistakes`, async () => {
        const { tab, takeTroubles, close } = await open(paths[0], { viewport, colorScheme });
        for (const path of paths) {
          await tab.goto(site.address + path, { waitUntil: 'load' });
          assert.deepEqual(await troublesOf(tab), [], path);
        }
        await tab.goto(site.address + paths[0]);
        await tab.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
        assert.match(await tab.title(), /^Do poprawienia: /);
        assert.deepEqual(await troublesOf(tab), []);
        assert.deepEqual(takeTroubles(), []);
        await close();
      });
    }
  }
});

describe('a script in every field', () => {
  const attacks = [
    '<script>globalThis.hacked = true</script>', '"><img src=x onerror="globalThis.hacked = true">',
    '</textarea><svg onload="globalThis.hacked = true">', "' autofocus onfocus='globalThis.hacked = true",
    'javascript:globalThis.hacked=true',
  ];
  const forms = ['/napisz?usluga=bank-czasu', '/zglos-nieaktualne?usluga=bank-czasu', '/opinia?ocena=2'];
  for (const path of forms) {
    it(`of ${path} is a text and never runs`, async () => {
      const { tab, close } = await open(path);
      for (const attack of attacks) {
        await tab.goto(site.address + path);
        await tab.evaluate((text) => {
          for (const input of document.querySelectorAll('main input, main textarea')) {
            if (['formularz', 'firma'].includes(input.name)) continue;
            if (['checkbox', 'radio'].includes(input.type)) input.checked = true;
            else input.value = text;
          }
        }, attack);
        // Too quickly for a person: the form comes back with all of it.
        await tab.locator('main form button[type=submit]').click();
        await tab.waitForLoadState('load');
        assert.equal(await tab.evaluate(() => globalThis.hacked), undefined, attack);
        assert.equal(await tab.locator('main textarea').inputValue(), attack);
        assert.equal(await tab.locator('main script, main svg[onload], main img').count(), 0, attack);
      }
      await close();
    });
  }
});
