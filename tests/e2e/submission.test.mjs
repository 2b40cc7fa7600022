// An institution describes its services, the office answers, the services become public: with a real
// mail server, JavaScript off, and the first step by keyboard alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  axeViolations, desk, headingTroubles, keyboardTroubles, launch, linkTroubles, openTab, phone,
  sidewaysTroubles,
} from './browser.mjs';
import { makeDemoCentre, okienko, serve } from './demo_site.mjs';

const shortestFill = 3100;
const plain = (text) => text.replaceAll('\u00a0', ' ');

// A mail server on a free port → { port, newest(to) → its text, stop() }
async function startMailServer() {
  const folder = await mkdtemp(join(tmpdir(), 'okienko-mail-'));
  const script = fileURLToPath(new URL('../server/mail/smtp_server.py', import.meta.url));
  const server = spawn('/usr/bin/python3', [script, folder, 'plain']);
  const port = await new Promise((found) => server.stdout.once('data', (said) => found(Number(said))));
  let read = 0;
  // The next mail, decoded: its links are whole in the plain text.
  async function next() {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await readdir(folder)).includes(`${read + 1}.envelope`)) {
        read += 1;
        const mail = await readFile(join(folder, `${read}.eml`), 'utf8');
        return mail.replace(/=\r?\n/g, '')
          .replace(/(=[0-9A-F]{2})+/g, (bytes) => decodeURIComponent(bytes.replaceAll('=', '%')));
      }
      await new Promise((resolved) => { setTimeout(resolved, 250); });
    }
    throw new Error('no mail came');
  }
  const stop = async () => {
    server.stdin.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { port, next, stop };
}

const mails = await startMailServer();
const centre = await makeDemoCentre();
await appendFile(join(centre.folder, 'okienko.toml'),
  `\n[mail]\nfrom_address = "cus@example.org"\nsmtp = "smtp://127.0.0.1:${mails.port}"\nsecurity = "none"\n`);
await okienko(centre.folder, 'build');
const site = await serve(centre.folder, '--port', '0');
const browser = await launch();
after(async () => {
  await browser.close();
  await site.stop();
  await centre.remove();
  await mails.stop();
});

const said = async (tab) => plain(await tab.locator('main').innerText());
const linkIn = (mail) => new URL(/https?:\/\/\S+\/zgloszenie\/[\w-]+/.exec(mail)[0]).pathname;
const submissions = (...words) => okienko(centre.folder, 'submissions', ...words);

// Fills in fields by their names: a text, true for a box, one of radios.
async function fill(tab, answers) {
  for (const [name, answer] of Object.entries(answers)) {
    const field = tab.locator(`[name="${name}"]`);
    if (answer === true) await field.check();
    else if (await field.first().getAttribute('type') === 'radio') {
      await tab.locator(`[name="${name}"][value="${answer}"]`).check();
    } else await field.fill(answer);
  }
}

async function go(tab, button) {
  await Promise.all([tab.waitForNavigation(), tab.getByRole('button', { name: button, exact: true })
    .last().click()]);
}
const goOn = (tab) => go(tab, 'Zapisz i przejdź dalej');

const service = (name) => [
  {
    name, summary: 'Spotkania przy herbacie dla wszystkich, którzy czują się sami.',
    purpose: 'Żeby nikt nie był sam.', description: 'Spotykamy się co tydzień.\n\n- herbata\n- rozmowa',
    scope: 'herbata\nrozmowa',
  },
  {
    'domains.wspieranie-rodziny': true, 'audiences.osoby-starsze': true, 'situations.czuje-sie-samotnie': true,
    eligibility: 'Każdy, kto mieszka w gminie.', 'conditions.1.kind': 'residence',
    'conditions.1.text': 'Mieszkasz w gminie.', 'conditions.1.proof': 'Podpisujesz oświadczenie.',
  },
  { 'delivery_modes.on_site': true, delivery: 'W świetlicy.', places: null },
  { term: 'Cały rok, we wtorki.' },
  {
    qualification: 'Przyjmujemy wszystkich.', 'steps.1.title': 'Zadzwoń', 'steps.1.text': 'Umówimy się.',
    'required_documents.1.name': 'Oświadczenie', 'required_documents.1.form': 'statement',
    'required_documents.1.proves': 'Że mieszkasz w gminie.', 'required_documents.1.necessity': 'always',
  },
  { fees_note: 'Nic nie płacisz.', limits: 'Do 20 osób.' },
  {
    legal_basis: 'Statut stowarzyszenia.', personal_data_basis: 'Art. 6 ust. 1 lit. b RODO.',
    'personal_data.1.name': 'imię', 'personal_data.1.gdpr_class': 'ordinary',
    'personal_data.1.purpose': 'Kontakt.', 'personal_data.1.necessity': 'always',
  },
  { 'contacts.1.role': 'Dyżurny', 'contacts.1.phone': '999 001 020' },
];

async function describeService(tab, name) {
  for (const { places, ...answers } of service(name)) {
    await fill(tab, answers);
    if (places === null) {
      await tab.locator('[name^="areas."]').first().check();
      await tab.locator('[name^="places."]').first().check();
    }
    await goOn(tab);
    assert.equal(await tab.locator('#do-poprawienia').count(), 0, await tab.locator('main').innerText());
  }
}

describe('an institution', () => {
  let opened;
  let tab;
  let number;
  let mailed;

  it('begins with its address alone, and gets the way back by mail', async () => {
    opened = await openTab(browser, site.address, { javaScriptEnabled: false, viewport: desk });
    ({ tab } = opened);
    await tab.goto(`${site.address}/podmioty/`);
    await tab.getByRole('link', { name: 'Zgłoś jej usługi' }).click();
    await tab.getByLabel('Adres e-mail instytucji').fill('biuro@razem.example');
    await tab.waitForTimeout(shortestFill);
    await go(tab, 'Zacznij zgłoszenie');
    assert.match(tab.url(), /\/zgloszenie\/[\w-]{43}$/);
    number = /Zgłoszenie (\S+)/.exec(plain(await tab.locator('h1').innerText()))[1];
    mailed = linkIn(await mails.next());
    assert.notEqual(new URL(tab.url()).pathname, mailed);
  });

  it('describes itself by keyboard alone', async () => {
    await tab.getByRole('link', { name: 'Twoja instytucja' }).focus();
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    await tab.locator('[name=name]').focus();
    await tab.keyboard.type('Stowarzyszenie Razem przy Herbacie');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('stowarzyszenie');
    for (let fields = 0; fields < 4; fields += 1) await tab.keyboard.press('Tab');
    await tab.keyboard.type('Spotykamy się przy herbacie.');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('Jesteśmy z Przykładowa.');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    // Enter in a field goes on, and does not press a button in between.
    await tab.locator('[name=website]').focus();
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    assert.match(tab.url(), /\/podmiot\/kontakt$/, await tab.locator('main').innerText());
    await fill(tab, { 'contacts.1.role': 'Dyżurny', 'contacts.1.phone': '999 001 020' });
    await goOn(tab);
  });

  it('is told what is missing, step by step, and loses nothing', async () => {
    await tab.getByRole('link', { name: 'Nazwa i opis usługi' }).click();
    await fill(tab, { name: 'Herbata u sąsiadów' });
    await goOn(tab);
    assert.match(await tab.title(), /^Do poprawienia: /);
    assert.equal(await tab.locator('[name=name]').inputValue(), 'Herbata u sąsiadów');
    await tab.locator('#do-poprawienia ~ ul a').first().click();
    await tab.getByRole('link', { name: 'Wróć do zgłoszenia' }).click();
    assert.match(await said(tab), /Usługa 1: Herbata u sąsiadów/);
  });

  it('describes two services, and comes back to them by the mailed link', async () => {
    await tab.getByRole('link', { name: 'Nazwa i opis usługi' }).click();
    await describeService(tab, 'Herbata u sąsiadów');
    await go(tab, 'Dodaj następną usługę');
    await describeService(tab, 'Spacery z sąsiadami');
    const other = await openTab(browser, site.address, { viewport: phone });
    await other.tab.goto(site.address + mailed);
    assert.match(await said(other.tab), /Usługa 2: Spacery z sąsiadami/);
    await other.close();
  });

  it('sees its service as it will look', async () => {
    await tab.getByRole('link', { name: 'Zobacz, jak będzie wyglądać' }).first().click();
    assert.equal(plain(await tab.locator('h1').innerText()), 'Herbata u sąsiadów');
    await tab.goBack();
  });

  it('proves its address by the mailed link before anybody reads', async () => {
    await go(tab, 'Wyślij zgłoszenie');
    assert.match(await said(tab), /Czeka na potwierdzenie adresu/);
    assert.match((await submissions('list')).stdout, /Żadne zgłoszenie nie czeka/);
    await tab.goto(site.address + linkIn(await mails.next()));
    await go(tab, 'Potwierdź adres i wyślij zgłoszenie');
    assert.match(await said(tab), /Mamy Twoje zgłoszenie/);
    assert.ok((await submissions('list')).stdout.includes(number));
  });

  it('is asked for a correction of a field, and corrects it', async () => {
    const shown = plain((await submissions('show', number)).stdout);
    assert.match(shown, /\+ Herbata u sąsiadów/);
    assert.match(shown, /usluga-1\.summary/);
    await submissions('correct', number, '--remark', 'usluga-1.summary=Napisz, kiedy.');
    const mail = await mails.next();
    assert.ok(mail.includes('Napisz, kiedy.'), mail);
    await tab.goto(site.address + linkIn(mail));
    assert.match(await said(tab), /Uwaga z centrum/);
    await tab.getByRole('link', { name: 'Nazwa i opis usługi' }).first().click();
    assert.match(await said(tab), /Uwaga z centrum: Napisz, kiedy\./);
    await fill(tab, { summary: 'We wtorki spotykamy się przy herbacie.' });
    await go(tab, 'Zapisz i wróć do zgłoszenia');
    await go(tab, 'Wyślij zgłoszenie');
    await mails.next();
  });

  it('is public as soon as it is accepted, and hears of it', async () => {
    const { stdout } = await submissions('accept', number);
    assert.ok(stdout.includes('/uslugi/herbata-u-sasiadow/'), stdout);
    const page = await fetch(`${site.address}/uslugi/herbata-u-sasiadow/`);
    assert.equal(page.status, 200);
    assert.ok(plain(await page.text()).includes('We wtorki spotykamy się przy herbacie.'));
    assert.equal((await fetch(`${site.address}/uslugi/spacery-z-sasiadami/`)).status, 200);
    assert.ok((await mails.next()).includes('/uslugi/herbata-u-sasiadow/'));
  });

  it('changes a fee by a link that only its address gets', async () => {
    for (const [address, comes] of [['obcy@example.org', false], ['Biuro@Razem.example', true]]) {
      await tab.goto(`${site.address}/zmien-usluge?usluga=herbata-u-sasiadow`);
      await tab.getByLabel('Adres e-mail instytucji').fill(address);
      await tab.waitForTimeout(shortestFill);
      await go(tab, 'Wyślij link');
      assert.match(plain(await tab.locator('h1').innerText()), /Sprawdź pocztę/);
      if (!comes) continue;
      await tab.goto(site.address + linkIn(await mails.next()));
    }
    assert.ok(await tab.getByRole('button', { name: 'Potwierdzam, dane są aktualne' }).count());
    await tab.getByRole('link', { name: 'Opłaty' }).click();
    await fill(tab, { fee_mode: 'fixed' });
    await go(tab, 'Dodaj opłatę');
    await fill(tab, { 'fees.1.name': 'Herbata', 'fees.1.amount': '3,50', 'fees.1.per': 'visit' });
    await go(tab, 'Zapisz i wróć do zgłoszenia');
    const change = /Zgłoszenie (\S+)/.exec(plain(await tab.locator('h1').innerText()))[1];
    await go(tab, 'Wyślij zgłoszenie');
    await mails.next();
    const shown = plain((await submissions('show', change)).stdout);
    assert.match(shown, /usluga-1\.fees\.1\.amount\][\s\S]*\+ 3\.50/);
    assert.match(shown, /usluga-1\.fee_mode\]\s+- Bezpłatnie[\s\S]*usluga-1\.fees\.1\.per\]\s+\+ za /);
    assert.doesNotMatch(shown, /summary/);
    await submissions('accept', change);
    const page = await (await fetch(`${site.address}/uslugi/herbata-u-sasiadow/`)).text();
    assert.ok(plain(page).includes('3,50 zł'));
    await opened.close();
  });
});

describe('the pages of a submission', () => {
  it('hold a name of 118 letters without a space on a phone', async () => {
    const { tab, close } = await openTab(browser, site.address, { viewport: phone });
    await tab.goto(`${site.address}/uslugi/bank-czasu/`);
    for (const place of ['.ok-breadcrumbs__item[aria-current]', 'h1']) {
      await tab.locator(place).evaluate((element) => { element.textContent = 'Długanazwa'.repeat(12); });
    }
    assert.deepEqual(await sidewaysTroubles(tab), []);
    await close();
  });

  it('are accessible on a phone and at a desk, right and wrong', async () => {
    const { tab, takeTroubles, close } = await openTab(browser, site.address, { viewport: phone });
    await tab.goto(`${site.address}/zglos-usluge`);
    await tab.getByLabel('Adres e-mail instytucji').fill('nowi@razem.example');
    await tab.waitForTimeout(shortestFill);
    await go(tab, 'Zacznij zgłoszenie');
    await go(tab, 'Dodaj miejsce');
    const draft = /.*\/zgloszenie\/[\w-]+/.exec(tab.url())[0];
    const steps = await (async () => {
      await tab.goto(draft);
      return tab.locator('.ok-task a').evaluateAll((links) => links.map((link) => link.href));
    })();
    assert.equal(steps.length, 12);
    const pages = [
      `${site.address}/zglos-usluge`, `${site.address}/zmien-usluge?usluga=bank-czasu`,
      `${site.address}/zmien-usluge/wyslane`, `${site.address}/zgloszenie/nie-ma`, draft,
      ...steps, ...steps.map((step) => `${step}?sprawdz=1`),
    ];
    for (const page of pages) {
      for (const viewport of [phone, desk]) {
        await tab.setViewportSize(viewport);
        await tab.goto(page);
        const about = `${page} at ${viewport.width}`;
        assert.deepEqual(await axeViolations(tab), [], about);
        assert.deepEqual(await headingTroubles(tab), [], about);
        assert.deepEqual(await linkTroubles(tab), [], about);
        assert.deepEqual(await sidewaysTroubles(tab), [], about);
      }
    }
    await tab.goto(`${draft}/usluga-1/oplaty`);
    assert.deepEqual(await keyboardTroubles(tab), []);
    assert.deepEqual(takeTroubles(), []);
    await close();
  });
});
