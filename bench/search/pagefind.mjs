// pagefind.mjs SITE QUERIES: answers with the Pagefind bundle of a site, as in a browser with Polish
// pages. Prints milliseconds, a tab and the slugs of the first three pages.
import { copyFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [site, queries] = process.argv.slice(2).map((path) => resolve(path));
const server = createServer(async (request, response) => {
  try {
    response.end(await readFile(join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname))));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}/pagefind/`;

// What the bundle expects of a browser.
globalThis.window = globalThis;
globalThis.location = new URL(base);
globalThis.document = {
  querySelector: () => ({ getAttribute: () => 'pl' }),
  documentElement: { lang: 'pl' },
  currentScript: null,
};
const fetchAny = fetch;
globalThis.fetch = (url, options) => fetchAny(new URL(url, base), options);
await copyFile(join(site, 'pagefind/pagefind.js'), join(site, 'pagefind/pagefind.mjs'));
const pagefind = await import(pathToFileURL(join(site, 'pagefind/pagefind.mjs')));
await pagefind.options({ basePath: base, baseUrl: '/', noWorker: true });
await pagefind.init('pl');

for (const line of (await readFile(queries, 'utf8')).split('\n').filter(Boolean)) {
  const [query] = line.split('\t');
  const begin = performance.now();
  const { results } = await pagefind.search(query);
  const took = performance.now() - begin;
  const top = await Promise.all(results.slice(0, 3).map((result) => result.data()));
  console.log(`${took.toFixed(3)}\t${top.map(({ url }) => basename(dirname(`${url}x`))).join(' ')}`);
}
process.exit(0);
