// screenshots.mjs FOLDER [dark]: a picture of one page of each type, narrow, wide and on paper; see
// script/screenshots. The types are those of the crawler, so a new one is in without being named.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { desk, launch, openTab } from './browser.mjs';
import { crawl, samplesByType, siteMapPaths } from './crawl.mjs';
import { openDemoSite } from './demo_site.mjs';

const [folder, ...wishes] = process.argv.slice(2);
const schemes = wishes.includes('dark') ? ['light', 'dark'] : ['light'];
const windows = [{ width: 360, height: 720 }, desk];
// Pages that the site map leaves out.
const unlisted = ['/404.html', '/aktualnosci/dzien-seniora/'];

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const site = await openDemoSite();
const browser = await launch();
try {
  const { origin, paths } = await siteMapPaths(site.address);
  const everything = await crawl(site.address, new Set(['/', ...paths, ...unlisted]), origin);
  const samples = samplesByType([...everything.values()].filter((page) => page.html && !page.forwards));
  const { tab, close } = await openTab(browser, site.address);
  // Pictures load when they come near the window; a shot of the whole page would come before them.
  const loadPictures = () => tab.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
    await Promise.all([...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode();
    }));
    scrollTo(0, 0);
  });
  const print = async (path, name) => {
    // A change of the part after # alone would not load the page anew.
    await tab.goto('about:blank');
    await tab.goto(site.address + path, { waitUntil: 'load' });
    await loadPictures();
    await tab.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, format: 'A4' });
  };
  for (const [type, page] of samples) {
    const name = type.replaceAll('…', 'x').replaceAll(/[/:]/g, '-');
    for (const viewport of windows) {
      await tab.setViewportSize(viewport);
      for (const colorScheme of schemes) {
        await tab.emulateMedia({ colorScheme });
        await tab.goto(site.address + page.path, { waitUntil: 'load' });
        await loadPictures();
        const file = [name, viewport.width, colorScheme, 'png'].join('.');
        await tab.screenshot({ path: join(folder, file), fullPage: true });
      }
    }
    await print(page.path, name);
    if (type.endsWith('/ulotka')) await print(`${page.path}#plakat`, `${name}-plakat`);
  }
  await close();
  console.log(`${samples.size} types of pages in ${folder}`);
} finally {
  await browser.close();
  await site.stop();
}
