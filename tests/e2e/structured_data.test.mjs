// What pages tell machines: JSON-LD of schema.org, Open Graph and canonical addresses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDemoSite } from './demo_site.mjs';

const site = await openDemoSite();
after(() => site.stop());

const names = (await readdir(site.folder, { recursive: true })).filter((name) => name.endsWith('.html'));
const origin = /<loc>(https?:\/\/[^/]+)\//.exec(readFileSync(join(site.folder, 'sitemap.xml'), 'utf8'))[1];
const decode = (text) => text.replace(/&(amp|quot|lt|gt|#39|apos);/g, (entity) =>
  ({ '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'", '&apos;': "'" })[entity]);

const pages = names.sort().map((name) => {
  const html = readFileSync(join(site.folder, name), 'utf8');
  const address = `/${name.replace(/index\.html$/, '')}`;
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  const data = scripts.map(([, text]) => {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${name}: ${error.message}\n${text}`);
    }
  });
  const metas = {};
  for (const [, property, content] of html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)"/g)) {
    (metas[property] ??= []).push({ content: decode(content) });
  }
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const forwards = /http-equiv="refresh"/.test(html);
  const unlisted = /<meta name="robots" content="noindex">/.test(html);
  return { address, html, data, metas, canonical, forwards, unlisted };
});
const drawn = pages.filter((page) => !page.forwards);

// Every object of JSON-LD, however deep.
function* nodes(value) {
  if (Array.isArray(value)) for (const each of value) yield* nodes(each);
  else if (value && typeof value === 'object') {
    yield value;
    for (const each of Object.values(value)) yield* nodes(each);
  }
}
const one = (value) => (Array.isArray(value) ? value[0] : value);
const pathIn = (node, path) => path.split('.').reduce((at, name) => one(at)?.[name], node);
const ofType = (page, type) => page.data.find((each) => each['@type'] === type);

// Beside schema.org's own rules: what Italy's model of municipal sites asks of a service (C.SI.1.3).
const required = {
  GovernmentService: ['name', 'description', 'serviceType', 'provider.name', 'serviceOperator.name', 'areaServed.name',
    'audience.audienceType', 'availableChannel.serviceUrl', 'availableChannel.servicePhone.telephone',
    'availableChannel.serviceLocation.name', 'availableChannel.serviceLocation.address.streetAddress',
    'availableChannel.serviceLocation.address.postalCode', 'availableChannel.serviceLocation.address.addressLocality',
    'offers'],
  Event: ['name', 'startDate', 'location.name', 'location.address.streetAddress', 'eventStatus'],
  Schedule: ['repeatFrequency', 'startDate', 'startTime', 'endTime', 'scheduleTimezone'],
  OpeningHoursSpecification: ['opens', 'closes'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  GovernmentOrganization: ['name', 'url'],
  NGO: ['name', 'url'],
  Organization: ['name', 'url'],
  MedicalOrganization: ['name', 'url'],
  NewsArticle: ['headline', 'datePublished', 'author.name', 'publisher.name'],
  Place: ['name', 'address.streetAddress'],
  PostalAddress: ['streetAddress', 'postalCode', 'addressLocality', 'addressCountry'],
  ContactPoint: ['contactType'],
  Offer: ['priceCurrency'],
};

describe('JSON-LD', () => {
  it('has what each type needs, wherever it stands', () => {
    const seen = new Set();
    for (const page of drawn) {
      for (const node of nodes(page.data)) {
        seen.add(node['@type']);
        for (const path of required[node['@type']] ?? []) {
          assert.ok(pathIn(node, path) !== undefined, `${page.address}: ${node['@type']} without ${path}`);
        }
      }
      for (const top of page.data) assert.equal(top['@context'], 'https://schema.org', page.address);
    }
    for (const type of Object.keys(required)) {
      if (!['Organization', 'MedicalOrganization'].includes(type)) assert.ok(seen.has(type), `no ${type} anywhere`);
    }
  });

  it('leaves out what there is none of', () => {
    const isEmpty = (value) => value === '' || (Array.isArray(value) && value.length === 0);
    for (const page of drawn) {
      for (const node of nodes(page.data)) {
        const empty = Object.keys(node).filter((key) => isEmpty(node[key]));
        assert.deepEqual(empty, [], `${page.address}: ${node['@type']}`);
      }
    }
  });

  it('stands on every page of its kind', () => {
    const kinds = [
      [/^\/uslugi\/[^/]+\/$/, ['GovernmentService']],
      [/^\/(kontakt\/)?$/, ['GovernmentOrganization']],
      [/^\/podmioty\/[^/]+\/$/, ['GovernmentOrganization', 'NGO', 'Organization', 'MedicalOrganization']],
    ];
    for (const [address, types] of kinds) {
      const those = drawn.filter((page) => address.test(page.address) && !page.unlisted);
      assert.ok(those.length > 0);
      for (const page of those) assert.ok(types.some((type) => ofType(page, type)), page.address);
    }
  });

  it('tells the way to every page that shows it', () => {
    for (const page of drawn.filter(({ unlisted }) => !unlisted)) {
      const shown = page.html.match(/class="ok-breadcrumbs__item"/g)?.length ?? 0;
      const told = ofType(page, 'BreadcrumbList')?.itemListElement ?? [];
      assert.equal(told.length, shown, page.address);
      told.forEach(({ position }, at) => assert.equal(position, at + 1));
      if (shown) assert.equal(told.at(-1).item, origin + page.address);
    }
  });

  it('has whole addresses that exist on this site, or lead elsewhere', () => {
    const known = new Set(pages.map(({ address }) => address));
    for (const page of drawn) {
      for (const node of nodes(page.data)) {
        for (const key of ['@id', 'url', 'item', 'serviceUrl', 'sameAs']) {
          if (node[key] === undefined) continue;
          const url = new URL(node[key]);
          if (url.origin === origin) assert.ok(known.has(url.pathname), `${page.address}: ${node[key]}`);
        }
      }
    }
  });

  it('tells no phone or e-mail that the page does not show', () => {
    for (const page of drawn) {
      const shown = page.html.replace(/<script type="application[\s\S]*?<\/script>/g, '');
      for (const node of nodes(page.data)) {
        if (node.email) assert.ok(shown.includes(node.email), `${page.address}: ${node.email}`);
        const phone = node.telephone?.replace(/^\+48|;.*$/g, '');
        if (phone) assert.ok(shown.replace(/\D/g, '').includes(phone), `${page.address}: ${phone}`);
      }
    }
  });

  it('cannot end the script that it stands in', () => {
    for (const page of drawn) {
      for (const [, text] of page.html.matchAll(/<script type="application\/ld\+json">(.*)<\/script>\n/g)) {
        assert.ok(!text.includes('<'), page.address);
      }
    }
  });
});

describe('pages', () => {
  it('say how they look where people share them', () => {
    for (const page of drawn) {
      for (const property of ['og:title', 'og:type', 'og:site_name', 'og:locale', 'og:image', 'og:image:alt']) {
        assert.equal(page.metas[property]?.length, 1, `${page.address}: ${property}`);
      }
      const image = new URL(page.metas['og:image'][0].content);
      assert.equal(image.origin, origin);
      assert.ok(readFileSync(join(site.folder, image.pathname)).subarray(1, 4).equals(Buffer.from('PNG')));
      if (!page.unlisted) assert.equal(page.metas['og:url'][0].content, page.canonical);
    }
    const home = drawn.find(({ address }) => address === '/en/');
    assert.equal(home.metas['og:locale'][0].content, 'en_GB');
    assert.deepEqual(home.metas['og:locale:alternate'].map(({ content }) => content).sort(), ['pl_PL', 'uk_UA']);
  });

  it('are canonical under their own address, further pages of a list too', () => {
    for (const page of drawn) {
      if (page.unlisted) assert.equal(page.canonical, undefined, page.address);
      else assert.equal(page.canonical, origin + page.address);
    }
  });
});
