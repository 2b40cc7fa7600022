// What a page looks like to a person, with Debian's Chromium: one browser, a tab for each worker.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Also what is left of 1280 px at a zoom of 400 %.
export const phone = { width: 320, height: 640 };
export const tablet = { width: 768, height: 1024 };
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
  tab.on('requestfailed', (request) => {
    // A page that is left before its last picture came asks for it no longer.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    troubles.push(`did not load: ${request.url()}`);
  });
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

async function runAxe(tab, runOnly) {
  if (!await tab.evaluate(() => Boolean(globalThis.axe))) await tab.evaluate(axeSource);
  const violations = await tab.evaluate(
    async (wanted) => (await globalThis.axe.run(document, {
      runOnly: wanted,
      resultTypes: ['violations'],
    })).violations,
    runOnly,
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) =>
      `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

// Violations of WCAG 2.0 to 2.2, levels A and AA, and of axe's best practice.
export const axeViolations = (tab) => runAxe(tab, axeTags);

// Only of the rules whose outcome other colours of the same page can change.
export const colourViolations = (tab) =>
  runAxe(tab, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

// Links as somebody hears them in a list of links: a name tells one target, and tells it alone.
export function linkTroubles(tab) {
  return tab.evaluate(() => {
    const nameOf = (link) => {
      const copy = link.cloneNode(true);
      for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
      const pictures = [...copy.querySelectorAll('img[alt]')].map((image) => image.alt);
      return (link.getAttribute('aria-label') ?? [copy.textContent, ...pictures].join(' '))
        .replace(/\s+/g, ' ').trim().toLowerCase();
    };
    const vague = /^(więcej|tutaj|tu|zobacz|czytaj( dalej| więcej)?|kliknij.*|szczegóły|link|here|more|read more)$/;
    const targets = new Map();
    const troubles = [];
    for (const link of document.querySelectorAll('a[href]')) {
      const name = nameOf(link);
      if (name === '') troubles.push(`a link to ${link.href} has no name`);
      if (vague.test(name)) troubles.push(`the link “${name}” does not say where it leads`);
      // An extension stands beside its number, as a text of its own.
      const target = link.href.replace(/;ext=\d+$/, '');
      const known = targets.get(name) ?? target;
      targets.set(name, known);
      if (known !== target) troubles.push(`“${name}” leads to ${known} and to ${target}`);
    }
    return troubles;
  });
}

// Real presses of Tab through the whole page: everything that can be used is reached, in the window,
// covered by nothing, and shows that it is there.
export async function keyboardTroubles(tab) {
  const stops = await tab.evaluate(() => {
    const useable = [...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, video[controls], [tabindex="0"]',
    )].filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // Of radios that belong together Tab reaches one, the arrows reach the others.
      .filter((element) => element.type !== 'radio' || element.checked ||
        !document.querySelector(`[name="${element.name}"]:checked`))
      .filter((element) => element.tabIndex >= 0);
    const reached = new Set();
    const troubles = [];
    const name = (element) =>
      `${element.tagName.toLowerCase()} “${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
    const look = (element) => {
      const style = getComputedStyle(element);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      if (!outlined) troubles.push(`${name(element)} does not show the focus`);
      const [box] = element.getClientRects();
      const x = Math.min(Math.max(box.left + 3, 1), innerWidth - 1);
      const top = document.elementFromPoint(x, box.top + Math.min(box.height, 30) / 2);
      const seen = top && (element.contains(top) || top.contains(element));
      if (!seen) troubles.push(`${name(element)} is covered or out of sight`);
    };
    document.addEventListener('focusin', ({ target }) => {
      if (reached.has(target)) return;
      reached.add(target);
      look(target);
    });
    globalThis.keyboardReport = () => [
      ...troubles,
      ...useable.filter((element) => !reached.has(element)).map((element) =>
        `${name(element)} cannot be reached`),
    ];
    document.activeElement?.blur();
    scrollTo(0, 0);
    return useable.length;
  });
  for (let press = 0; press < stops + 2; press += 1) await tab.keyboard.press('Tab');
  return tab.evaluate(() => globalThis.keyboardReport());
}

// The browser's own text size, as a person sets it, in percent of the usual.
export async function setTextSize(tab, percent) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Page.setFontSizes', {
    fontSizes: { standard: 16 * percent / 100, fixed: 13 * percent / 100 },
  });
  await session.detach();
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
