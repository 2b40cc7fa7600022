// What a page looks like to a person, with Debian's Chromium: one browser, a tab for each worker.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const phone = { width: 320, height: 640 };
export const desk = { width: 1280, height: 900 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

// A tab that remembers what it asked of other hosts and what went wrong in it.
export async function openTab(browser, site, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: phone, ...options });
  const tab = await context.newPage();
  const troubles = [];
  tab.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:/.test(url.protocol) && url.origin !== site) {
      troubles.push(`asks another host: ${request.url()}`);
    }
  });
  tab.on('requestfailed', (request) => troubles.push(`did not load: ${request.url()}`));
  tab.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // That the page itself answers 404 is for the tests of addresses to judge.
    if (message.location().url === tab.url()) return;
    troubles.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  const takeTroubles = () => troubles.splice(0);
  return { tab, takeTroubles, close: () => context.close() };
}

// Violations of WCAG 2.0 to 2.2, levels A and AA, and of axe's best practice.
export async function axeViolations(tab) {
  await tab.evaluate(axeSource);
  const violations = await tab.evaluate(
    async (tags) => (await globalThis.axe.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
    })).violations,
    axeTags,
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) =>
      `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

// Headings as a reader of headings meets them: one h1, first of all, and no level left out.
export function headingTroubles(tab) {
  return tab.evaluate(() => {
    const troubles = [];
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
      level: Number(heading.tagName[1]),
      text: heading.textContent.trim(),
    }));
    const firsts = levels.filter(({ level }) => level === 1).length;
    if (firsts !== 1) troubles.push(`${firsts} h1 headings`);
    levels.forEach(({ level, text }, at) => {
      if (at > 0 && level > levels[at - 1].level + 1) {
        troubles.push(`h${level} “${text}” follows h${levels[at - 1].level}`);
      }
    });
    return troubles;
  });
}

// What sticks out of a narrow window so that the page has to be pushed sideways.
export function sidewaysTroubles(tab) {
  return tab.evaluate(() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter((element) =>
      element.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(element));
    const names = wide.slice(0, 3).map((element) => `${element.tagName}.${element.className}`);
    return [`scrolls sideways (${page.scrollWidth} of ${page.clientWidth} px): ${names.join(', ')}`];
  });
}

// What a person can read and follow on the page: headings and the text of main, links of the page.
export function readable(tab) {
  return tab.evaluate(() => {
    const shown = (element) => element.getClientRects().length > 0;
    const words = (element) => element.innerText.replace(/\s+/g, ' ').trim();
    return {
      title: document.title,
      headings: [...document.querySelectorAll('h1, h2, h3')].filter(shown).map(words),
      links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
      controls: [...document.querySelectorAll('main button, main input, main select')]
        .filter(shown).map((control) => control.outerHTML),
      length: words(document.querySelector('main') ?? document.body).length,
    };
  });
}
