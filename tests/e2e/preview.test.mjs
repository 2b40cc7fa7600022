// The preview as an editor meets it: `okienko serve --watch` and an open page.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { axeViolations, desk, launch, openTab, phone, sidewaysTroubles } from './browser.mjs';
import { makeDemoCentre, okienko, serve } from './demo_site.mjs';

const centre = await makeDemoCentre();
const browser = await launch();
after(async () => {
  await browser.close();
  await centre.remove();
});

const file = join(centre.folder, 'content/dyzur.md');
const paragraphs = 'Przyjdź albo zadzwoń.\n\n'.repeat(60);
const page = (text, fields = '') =>
  `+++\ntitle = "Dyżur prawnika"\nsummary = "Kiedy przyjść."\n${fields}+++\n\n${text}\n\n${paragraphs}`;
const broken = page('Nie zobaczysz tego.').replace('title', 'titel');

// As some editors save: a new file, renamed over the old one.
async function writeByRenaming(text) {
  await writeFile(`${file}.tmp~`, text);
  await rename(`${file}.tmp~`, file);
}

const shows = (tab, text) => tab.getByText(text).first().waitFor({ timeout: 15_000 });
const panel = (tab) => tab.getByRole('alert');
const mark = (tab) => tab.locator('.ok-draft');

describe('preview', () => {
  let preview;
  let tab;
  let takeTroubles;
  before(async () => {
    await writeFile(file, page('Dyżur jest w poniedziałek.'));
    preview = await serve(centre.folder, '--watch', '--port', '0');
    ({ tab, takeTroubles } = await openTab(browser, preview.address));
    await tab.goto(`${preview.address}/dyzur/`);
    await shows(tab, 'Dyżur jest w poniedziałek.');
    takeTroubles(); // Whoever comes before the first build gets a 503 and waits.
  });
  after(() => preview.stop());

  it('shows a file written in place', async () => {
    await writeFile(file, page('Dyżur jest we wtorek.'));
    await shows(tab, 'Dyżur jest we wtorek.');
  });

  it('shows a file written by renaming, and keeps the place on the page', async () => {
    await tab.evaluate(() => scrollTo(0, 900));
    const place = await tab.evaluate(() => scrollY);
    assert.ok(place > 500);
    await writeByRenaming(page('Dyżur jest w środę.'));
    await shows(tab, 'Dyżur jest w środę.');
    await tab.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 5, place);
  });

  it('shows in the page what is wrong, and hides it when it is mended', async () => {
    await writeFile(file, broken);
    await panel(tab).waitFor();
    const text = await panel(tab).innerText();
    assert.match(text, /content\/dyzur\.md:2:1: nieznany klucz „titel” \(może „title”\?\)/);
    assert.match(text, /\ntitel = "Dyżur prawnika"\n\^/);
    assert.ok(await tab.getByText('Dyżur jest w środę.').count(), 'the last good page stays');
    for (const size of [phone, desk]) {
      await tab.setViewportSize(size);
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        assert.deepEqual(await axeViolations(tab), []);
        assert.deepEqual(await sidewaysTroubles(tab), []);
      }
    }
    await writeByRenaming(page('Dyżur jest w czwartek.'));
    await shows(tab, 'Dyżur jest w czwartek.');
    assert.equal(await panel(tab).count(), 0);
  });

  it('closes the panel, and opens it again for another mistake', async () => {
    await writeFile(file, broken);
    await panel(tab).waitFor();
    await tab.getByRole('button', { name: 'Zamknij' }).click();
    assert.equal(await panel(tab).count(), 0);
    await writeFile(file, broken.replace('summary', 'sumary'));
    await panel(tab).getByText('sumary').first().waitFor();
    await writeFile(file, page('Dyżur jest w czwartek.'));
    await panel(tab).waitFor({ state: 'detached' });
  });

  it('shows a draft with its mark, which no build publishes', async () => {
    await writeFile(file, page('Dyżur jest w piątek.', 'draft = true\n'));
    await shows(tab, 'Dyżur jest w piątek.');
    assert.match(await mark(tab).innerText(), /szkic/i);
    for (const size of [phone, desk]) {
      await tab.setViewportSize(size);
      assert.deepEqual(await axeViolations(tab), []);
      assert.deepEqual(await sidewaysTroubles(tab), []);
    }
    await okienko(centre.folder, 'build');
    const site = join(centre.folder, 'site/current');
    assert.ok(!existsSync(join(site, 'dyzur')));
    const home = await readFile(join(site, 'index.html'), 'utf8');
    assert.ok(!home.includes('.okienko/') && !home.includes('ok-draft'));
    await writeFile(file, page('Dyżur jest w piątek.', 'publish_on = 2027-01-04\n'));
    await mark(tab).getByText('4 stycznia 2027').waitFor();
    await writeFile(file, page('Dyżur jest w piątek.'));
    await mark(tab).waitFor({ state: 'detached' });
  });

  it('asks no other host and fills no console', () => {
    // A page that is left stops listening; the browser calls that a failure.
    const troubles = takeTroubles().filter((trouble) => !trouble.endsWith('/.okienko/events'));
    assert.deepEqual(troubles, []);
  });

  it('comes back when the program starts again', async () => {
    await preview.stop();
    await writeFile(file, page('Dyżur jest w sobotę.'));
    preview = await serve(centre.folder, '--watch', '--port', new URL(preview.address).port);
    await shows(tab, 'Dyżur jest w sobotę.');
  });
});

describe('preview of a centre that has never been built', () => {
  it('waits, says why, and shows the page when there is one', async () => {
    await rm(join(centre.folder, '.preview'), { recursive: true });
    await writeFile(file, broken);
    const preview = await serve(centre.folder, '--watch', '--port', '0');
    try {
      const { tab } = await openTab(browser, preview.address);
      await tab.goto(`${preview.address}/dyzur/`);
      await shows(tab, 'Podgląd jeszcze nie jest gotowy');
      await panel(tab).getByText('nieznany klucz „titel”').waitFor();
      assert.deepEqual(await axeViolations(tab), []);
      await writeFile(file, page('Dyżur jest w niedzielę.'));
      await shows(tab, 'Dyżur jest w niedzielę.');
      assert.equal(await panel(tab).count(), 0);
    } finally {
      await preview.stop();
    }
  });
});
