// Every address of the site, found from its site map and by following its links.

const entities = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&lt;': '<', '&gt;': '>' };
const decode = (text) => text.replace(/&(amp|quot|lt|gt|#39|#x27);/g, (entity) => entities[entity]);

function attributes(html, names) {
  const found = [];
  const pattern = new RegExp(`\\s(?:${names})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
  for (const match of html.matchAll(pattern)) found.push(decode(match[1] ?? match[2]));
  return found;
}

const withoutComments = (html) => html.replace(/<!--[\s\S]*?-->/g, '');

// The address that a forwarding page sends its reader to, or nothing.
export function forwardTarget(html) {
  const tag = /<meta[^>]+http-equiv="?refresh"?[^>]*>/i.exec(html)?.[0];
  return tag && decode(/url=([^"']+)/i.exec(tag)?.[1] ?? '').trim();
}

// The kind of page: pages of one kind are drawn by the same template.
export function pageType({ path, html = '' }) {
  const parts = path.split('/').filter(Boolean);
  const language = /^(en|uk)$/.test(parts[0] ?? '') ? `${parts.shift()}:` : '';
  if (parts.length === 0) return `${language}home`;
  if (parts.length === 1) return `${language}${parts[0]}`;
  if (parts[0] === 'wybor' && parts.length > 2) return 'wybor/…/…';
  if (parts[0] === 'harmonogram') return language + parts.join('/');
  if (html.includes('class="ok-form"')) return `${language}${parts[0]}/…:formularz`;
  const last = parts.length > 2 ? `/${parts.at(-1)}` : '';
  return `${language}${parts[0]}/…${last}`;
}

// → Map of type → page: of each type of page the fullest one.
export function samplesByType(pages) {
  const samples = new Map();
  for (const page of pages) {
    const type = pageType(page);
    if (page.bytes > (samples.get(type)?.bytes ?? 0)) samples.set(type, page);
  }
  return samples;
}

// A page with its status, links and ids, and its HTML when it has any.
export async function fetchPage(site, path) {
  const ask = () => fetch(site + encodeURI(decodeURI(path)), { redirect: 'manual' });
  // Once more when the server has just closed the connection that was kept for this.
  const response = await ask().catch(ask);
  const type = response.headers.get('content-type') ?? '';
  const body = Buffer.from(await response.arrayBuffer());
  const page = { path, status: response.status, type, bytes: body.length, links: [], ids: new Set() };
  if (!type.startsWith('text/html')) return page;
  const html = withoutComments(body.toString('utf8'));
  page.html = html;
  page.forwards = forwardTarget(html);
  page.links = attributes(html, 'href|src|data|poster|action');
  page.ids = new Set(attributes(html, 'id|name'));
  if (page.forwards) page.links.push(page.forwards);
  return page;
}

// The addresses in sitemap.xml, which begin with the site's public address, as paths.
export async function siteMapPaths(site) {
  const xml = await (await fetch(`${site}/sitemap.xml`)).text();
  const urls = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(decode(match[1])));
  return { origin: urls[0]?.origin, paths: urls.map((url) => url.pathname) };
}

// → Map of path → page. A page knows its status, links and ids, and its HTML when it has any;
// `missing` lists what a page links to and the site does not have.
export async function crawl(site, seeds, publicOrigin) {
  const pages = new Map();
  const queue = [...seeds];
  const known = new Set(queue);
  const follow = (page) => {
    for (const link of page.links) {
      const url = new URL(link, site + page.path);
      if (url.origin !== site && url.origin !== publicOrigin) continue;
      if (known.has(url.pathname)) continue;
      known.add(url.pathname);
      queue.push(url.pathname);
    }
  };
  while (queue.length > 0) {
    const batch = queue.splice(0, 16);
    for (const page of await Promise.all(batch.map((path) => fetchPage(site, path)))) {
      pages.set(page.path, page);
      follow(page);
    }
  }
  return pages;
}

// "page → link: what is wrong" for every internal link that does not hold.
export function brokenLinks(site, pages, publicOrigin) {
  const broken = [];
  for (const page of pages.values()) {
    for (const link of page.links) {
      const url = new URL(link, site + page.path);
      if (url.origin !== site && url.origin !== publicOrigin) continue;
      const target = pages.get(url.pathname);
      if (target !== page && target.status !== 200) broken.push(`${page.path} → ${link}: answers ${target.status}`);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor && target.html && !target.ids.has(anchor)) {
        broken.push(`${page.path} → ${link}: no such place on that page`);
      }
    }
  }
  return broken;
}
