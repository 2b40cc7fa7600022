// The demo centre on paper: what Chromium prints, as sheets (pdfinfo) and as a phone sees them (zbar).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { launch } from './browser.mjs';
import { openDemoSite } from './demo_site.mjs';

const run = promisify(execFile);
const site = await openDemoSite();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const tab = await context.newPage();
const folder = await mkdtemp(join(tmpdir(), 'okienko-paper-'));
after(async () => {
  await browser.close();
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

const services = (await readdir(join(site.folder, 'uslugi'), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory()).map((entry) => entry.name);

// Prints the page → { file, sheets, width, height } in whole millimetres.
async function print(path) {
  // A change of the part after # alone would not load the page anew.
  await tab.goto('about:blank');
  await tab.goto(site.address + path, { waitUntil: 'load' });
  const file = join(folder, 'page.pdf');
  await writeFile(file, await tab.pdf({ preferCSSPageSize: true, format: 'A4' }));
  const { stdout } = await run('pdfinfo', [file]);
  const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(stdout);
  const millimetres = (points) => Math.round(Number(points) / 72 * 25.4);
  return {
    file,
    sheets: Number(/Pages: +(\d+)/.exec(stdout)[1]),
    width: millimetres(width),
    height: millimetres(height),
  };
}

async function textOf(file) {
  return (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\u00a0/g, ' ');
}

// The addresses that a phone reads from the first printed sheet.
async function codesOn({ file }) {
  const picture = join(folder, 'sheet');
  await run('pdftoppm', ['-f', 1, '-r', '200', '-gray', '-png', '-singlefile', file, picture]);
  const { stdout } = await run('zbarimg',
    ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`]);
  return stdout.split('\n').filter(Boolean);
}

// Whether something on the sheet of paper is cut off.
const cutOff = (id) => tab.evaluate((sheet) => {
  const paper = document.querySelector(`#${sheet} .ok-sheet-of-paper`);
  return [paper.firstElementChild, ...paper.querySelectorAll('.ok-strip')]
    .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
    .map((box) => `${box.className}: ${box.textContent.trim().slice(0, 40)}`);
}, id);

describe('paper', () => {
  it('has the leaflet of every service on one sheet of A5', async () => {
    for (const slug of services) {
      const { sheets, width, height } = await print(`/uslugi/${slug}/ulotka/`);
      assert.deepEqual({ slug, sheets, width, height }, { slug, sheets: 1, width: 148, height: 210 });
      assert.deepEqual(await cutOff('ulotka'), [], slug);
    }
  });

  it('has the poster of every service on one sheet of A4, with at most forty words', async () => {
    for (const slug of services) {
      const { sheets, width, height } = await print(`/uslugi/${slug}/ulotka/#plakat`);
      assert.deepEqual({ slug, sheets, width, height }, { slug, sheets: 1, width: 210, height: 297 });
      assert.deepEqual(await cutOff('plakat'), [], slug);
      const words = await tab.evaluate(() => {
        const poster = document.querySelector('.ok-poster').cloneNode(true);
        poster.querySelector('.ok-poster__strips').remove();
        return poster.innerText.split(/\s+/).filter(Boolean).length;
      });
      assert.ok(words <= 40, `${slug}: ${words} words`);
    }
  });

  it('breaks no word of a name on a poster', async () => {
    await tab.emulateMedia({ media: 'print' });
    for (const slug of services) {
      await tab.goto(`${site.address}/uslugi/${slug}/ulotka/#plakat`, { waitUntil: 'load' });
      const broken = await tab.evaluate(() => {
        const text = document.querySelector('.ok-poster__name').firstChild;
        return [...text.data.matchAll(/[^\s-]+/g)].filter((word) => {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
        }).map(([word]) => word);
      });
      assert.deepEqual(broken, [], slug);
    }
    await tab.emulateMedia({ media: null });
  });

  it('has a service on at most five sheets of A4, the last of which is not empty', async () => {
    for (const slug of services) {
      const { file, sheets } = await print(`/uslugi/${slug}/`);
      assert.ok(sheets <= 5, `${slug}: ${sheets} sheets`);
      const words = (await textOf(file)).split('\f')[sheets - 1].trim();
      assert.ok(words.length > 0, `${slug}: an empty sheet ${sheets}`);
    }
  });

  it('has timetables for a wall on one sheet of A4, landscape', async () => {
    for (const span of ['tydzien', 'miesiac']) {
      for (const turn of ['', 'nastepny/']) {
        const { sheets, width, height } = await print(`/harmonogram/${span}/${turn}`);
        assert.deepEqual({ span, turn, sheets, width, height },
          { span, turn, sheets: 1, width: 297, height: 210 });
      }
    }
  });

  it('has the whole timetable and the results on few sheets', async () => {
    for (const [path, most] of [['/harmonogram/', 10], ['/wyniki/', 9]]) {
      const { sheets } = await print(path);
      assert.ok(sheets <= most, `${path}: ${sheets} sheets`);
    }
  });

  it('leads a phone back to the page it came from', async () => {
    const origin = 'https://cus.przykladowo.example';
    for (const path of ['/', '/kontakt/', '/uslugi/bank-czasu/', '/harmonogram/tydzien/']) {
      assert.deepEqual(await codesOn(await print(path)), [origin + path]);
    }
    for (const sheet of ['', '#plakat']) {
      const printed = await print(`/uslugi/bank-czasu/ulotka/${sheet}`);
      assert.deepEqual(await codesOn(printed), [`${origin}/uslugi/bank-czasu/`]);
    }
  });

  it('has square codes', async () => {
    await tab.emulateMedia({ media: 'print' });
    for (const path of ['/uslugi/bank-czasu/', '/harmonogram/tydzien/', '/uslugi/bank-czasu/ulotka/']) {
      await tab.goto(site.address + path, { waitUntil: 'load' });
      const codes = await tab.evaluate(() => [...document.querySelectorAll('.ok-qr')].map((code) => {
        const { width, height } = code.getBoundingClientRect();
        return { drawn: code.naturalWidth > 0, crooked: Math.abs(width - height) > 0.5 };
      }));
      assert.ok(codes.length > 0, path);
      assert.deepEqual(codes.filter(({ drawn, crooked }) => !drawn || crooked), [], path);
    }
    await tab.emulateMedia({ media: null });
  });

  it('says whom to call, where it came from and when it was printed', async () => {
    const text = await textOf((await print('/uslugi/bank-czasu/')).file);
    for (const words of ['Centrum Usług Społecznych w Przykładowie', '99 900 10 20',
      'https://cus.przykladowo.example/uslugi/bank-czasu/', 'Wydrukowano:',
      'Dane na tej karcie sprawdzono 12 października 2026']) {
      assert.ok(text.includes(words), `“${words}” is missing`);
    }
    assert.ok(!text.includes('Mapa strony'), 'the menu of the footer is printed');
    assert.ok(text.indexOf('99 900 10 20') < text.indexOf('Bank Czasu'), 'it is not the letterhead');
  });

  it('has a letterhead that grows with the address and covers nothing', async () => {
    await tab.goto(`${site.address}/program/program-uslug-spolecznych-2026-2028/`);
    await tab.emulateMedia({ media: 'print' });
    await tab.setViewportSize({ width: 673, height: 900 });
    const { end, linesEnd, begin } = await tab.evaluate(() => {
      const edges = (selector) => document.querySelector(selector).getBoundingClientRect();
      return {
        end: edges('.ok-letterhead').bottom,
        linesEnd: Math.max(...[...document.querySelectorAll('.ok-letterhead p')]
          .map((line) => line.getBoundingClientRect().bottom)),
        begin: edges('h1').top,
      };
    });
    await tab.emulateMedia({ media: null });
    await tab.setViewportSize({ width: 1280, height: 900 });
    assert.ok(linesEnd < end, 'a line stands on or below its rule');
    assert.ok(end <= begin, 'the heading stands in the letterhead');
  });

  it('has information and consent of the application on sheets of their own', async () => {
    const { file, sheets } = await print('/dokumenty/wniosek-o-uslugi/');
    const pages = (await textOf(file)).split('\f');
    const sheetOf = (title) => pages.findIndex((page) => page.includes(title));
    assert.ok(sheets >= 3 && sheets <= 5, `${sheets} sheets`);
    assert.ok(sheetOf('Informacja o danych osobowych') > sheetOf('4. Oświadczenia'));
    assert.ok(sheetOf('Zgoda na przetwarzanie danych') > sheetOf('Informacja o danych osobowych'));
  });
});
