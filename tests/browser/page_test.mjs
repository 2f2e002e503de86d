// SPDX-License-Identifier: GPL-2.0-or-later
// The pages in a real browser: accessibility by axe-core, journeys with and without JavaScript, by keyboard and on a
// phone, hostile decisions, weight and layout shift. Indexes data/sample and hostile.jsonl and serves them itself.
//   PYKALA_BIN      folder of the programs          PYKALA_SOURCE   root of the repository
//   PYKALA_SHOTS    folder for screenshots to look at; none are made without it
// Says SKIPPED and ends with 77 where playwright-core, axe-core or Chromium is missing.
import { spawn, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';

const skip = (why) => { console.log(`SKIPPED ${why}: ./quickstart test installs it`); process.exit(77); };
const require = createRequire(import.meta.url);
let chromium, axe;
try {
  ({ chromium } = require('playwright-core'));
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
} catch { skip('playwright-core and axe-core are not there'); }
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browserPath) skip('Chromium is not there');

const { PYKALA_BIN: bin, PYKALA_SOURCE: source, PYKALA_SHOTS: shots } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'pykala-browser-'));
const servers = [];

// Indexes sources and serves them; the address.
async function serve(name, ...sources) {
  const index = join(folder, name);
  execFileSync(join(bin, 'pykala-index'), ['update', index, '--no-progress', ...sources], { stdio: 'ignore' });
  const server = spawn(join(bin, 'pykala-search'), ['serve', index, '--listen', '127.0.0.1:0']);
  servers.push(server);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes) => {
      said += bytes;
      const address = said.match(/at (http:\/\/[^/\s]+)\//);
      if (address) resolve(address[1]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => reject(new Error('the server ended: ' + said)));
  });
}

const sample = process.env.PYKALA_URL ?? await serve('sample', join(source, 'data/sample'));
const hostile = process.env.PYKALA_HOSTILE_URL ?? await serve('hostile', join(source, 'tests/browser/hostile.jsonl'));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });

// A page in a fresh context; whatever the browser complains of fails the test at its end.
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.complaints = [];
  page.asked = [];
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('dialog', (dialog) => { page.complaints.push('dialog: ' + dialog.message()); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') page.asked.push(request.url());
    if (!request.url().startsWith(new URL(address).origin)) page.complaints.push('outside request: ' + request.url());
  });
  await page.goto(address);
  return page;
}
const close = async (page) => {
  const complaints = page.complaints.filter((text) => !text.includes('/api/suggest') && !/status of 40[04]/.test(text));
  await page.context().close();
  assert.deepEqual(complaints, []);
};
// Clicks what leads to another page, and waits until that is whole.
const follow = async (page, what) => { await page.click(what); await page.waitForLoadState(); };
const count = async (page) => parseInt((await page.textContent('#count')).replace(/\s/g, ''), 10) || 0;
// Waits until the results are those of another address.
const arrived = (page, part) => page.waitForFunction((wanted) => location.href.includes(wanted) &&
  !document.documentElement.classList.contains('busy'), part);

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  })).violations);
  return found.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
}

const draft = readFileSync(join(source, 'data/sample/text/2025/stea-kotikulma-uusi-kausi.txt'), 'utf8');
const decision = async (page) => page.getAttribute('.hit h3 a', 'href');

const tests = {
  async 'axe finds nothing on five pages, three languages, light and dark'() {
    const first = await open(sample + '/fi/search?q=avustus');
    const id = (await decision(first)).replace('/fi', '');
    await close(first);
    const paths = ['/search', '/search?q=avustus&collapse=case', `/search?similar_to=${encodeURIComponent(id.replace('/decision/', ''))}`, '/draft', '/search?q=avustus&funder=STEA&year=2019&year=2021', '/search?q=qqqxyzzy&funder=STEA', '/search?in_organisation=talo&in_funder=*',
      '/search?q=avustus&page=99', '/search?amount_from=5&amount_to=1', id,
      '/help', '/accessibility', '/search?sort=wrong', '/decision/none'];
    for (const colorScheme of ['light', 'dark']) {
      for (const lang of ['fi', 'sv', 'en']) {
        const page = await open(`${sample}/${lang}/help`, { colorScheme });
        // Chromium must tell axe what a person sees: CSP keeps page scripts out, not those of the test.
        for (const path of paths) {
          await page.goto(`${sample}/${lang}${path}`);
          assert.deepEqual(await violations(page), [], `${lang}${path} ${colorScheme}`);
        }
        await page.goto(`${sample}/${lang}/draft`);
        await page.fill('#text', draft);
        await follow(page, '.send button');
        assert.deepEqual(await violations(page), [], `precedents of a draft, ${lang} ${colorScheme}`);
        await close(page);
      }
    }
  },

  async 'who got money of STEA in 2017, and export it'() {
    const page = await open(sample + '/fi/search');
    const all = await count(page);
    await page.check('[name=funder][value=STEA]');
    await arrived(page, 'funder=STEA');
    const chosen = await count(page);
    assert.ok(chosen > 0 && chosen < all);
    assert.ok(await page.isChecked('[name=funder][value=STEA]'));
    assert.equal(await page.evaluate(() => document.activeElement.value), 'STEA');
    await page.click('.columns-chart a[title^="2017"]');
    await arrived(page, 'year=2017');
    assert.ok(await count(page) < chosen);
    assert.equal(await page.locator('.chips li').count(), 3);
    assert.match(await page.getAttribute('a[href^="/export.csv"]', 'href'), /funder=STEA.*year=2017|year=2017.*funder=STEA/);
    if (!process.env.PYKALA_URL) {
      const answer = await page.request.get(sample + await page.getAttribute('a[href^="/export.csv"]', 'href'));
      assert.equal((await answer.text()).trim().split('\n').length, await count(page) + 1);
    }
    await page.goBack();
    await page.waitForFunction((number) => parseInt(document.querySelector('#count').textContent, 10) === number, chosen);
    assert.ok(!page.url().includes('2017'));
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('[name=funder][value=STEA]').checked);
    await close(page);
  },

  async 'from a draft to three precedents'() {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(sample + '/fi/search', { javaScriptEnabled });
      await follow(page, '.examples a[href="/fi/draft"]');
      await page.fill('#text', draft);
      await follow(page, '.send button');
      assert.equal(page.url(), sample + '/fi/draft');  // the draft is not in the address
      const links = await page.locator('.hit h3 a').evaluateAll((all) => all.map((one) => one.href));
      assert.ok(links.length >= 3, `${links.length} precedents`);
      const all = await count(page);
      assert.equal(await page.locator('button[name=all]').count(), all > links.length ? 1 : 0);
      for (let i = 0; i < 3; ++i) assert.ok(await page.locator('.hit').nth(i).locator('.reasons li').count() > 0);
      for (const link of links.slice(0, 3)) {
        await follow(page, `.hit h3 a[href="${new URL(link).pathname}"]`);
        assert.ok(await page.locator('.part').count() > 0);
        await page.goBack();
        assert.equal(await page.locator('.hit').count(), links.length);
      }
      await follow(page, '.languages button[lang=sv]');
      assert.equal(await page.getAttribute('html', 'lang'), 'sv');
      assert.equal(await page.locator('.hit').count(), links.length);
      if (all > links.length) await follow(page, 'button[name=all]');
      assert.equal(await page.locator('.hit').count(), all);
      await page.click('.again summary');
      assert.ok((await page.inputValue('#text')).includes(draft.trim().split('\n')[0].trim()));
      await page.fill('#text', '  \n ');
      await follow(page, '.send button');
      assert.equal(await page.locator('[role=alert]').count(), 1);
      const long = 'Päätösehdotus '.repeat(4000).slice(0, 60000);  // more than 64 KiB in UTF-8
      await page.fill('#text', long);
      await follow(page, '.send button');
      assert.equal(await page.locator('[role=alert]').count(), 1);
      await close(page);
    }
  },

  async 'decisions of one case are folded, and unfolded'() {
    const page = await open(sample + '/fi/search?q=avustus');
    const all = await count(page);
    await page.click('.sorts a[href*="collapse=case"]');
    await arrived(page, 'collapse=case');
    const cases = await count(page);
    assert.ok(cases > 0 && cases < all);
    const more = page.locator('.tail a[href*="case_number="]').first();
    const told = parseInt((await more.textContent()).match(/\d+/)[0], 10);
    assert.ok(told > 1);
    await more.click();
    await arrived(page, 'case_number=');
    assert.ok(!page.url().includes('collapse'));
    assert.ok(await count(page) >= told);
    await page.goBack();
    await page.waitForFunction((number) => parseInt(document.querySelector('#count').textContent, 10) === number, cases);
    await close(page);
  },

  async 'years show money beside counts, in the picture and as a table'() {
    const page = await open(sample + '/fi/search?q=avustus');
    const bars = await page.locator('.columns-chart li').count();
    assert.equal(await page.locator('.columns-chart svg.money').count(), bars);
    assert.match(await page.getAttribute('.columns-chart a[title*="€"]', 'title'), /^\d{4}: .*päätös.*, .*€$/);
    await page.click('#years-table summary');
    assert.equal(await page.locator('#years-table thead th').count(), 3);
    const sums = await page.locator('#years-table tbody tr td:last-child').allTextContents();
    assert.ok(sums.some((text) => text.includes('€')));
    const year = (await page.getAttribute('.columns-chart a[title*="€"]', 'title')).slice(0, 4);
    await page.click(`.columns-chart a[title^="${year}"]`);
    await arrived(page, 'year=' + year);
    assert.deepEqual(await page.locator('#years-table tbody tr td:last-child').allTextContents(), sums);  // of all years
    await close(page);
  },

  async 'values of a filter are looked for by name, with and without JavaScript'() {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(sample + '/fi/search?in_organisation=zzz', { javaScriptEnabled });
      assert.equal(await page.locator('[name=organisation]').count(), 0);
      await page.fill('#in_organisation', 'talo');
      await page.press('#in_organisation', 'Enter');
      await (javaScriptEnabled ? arrived(page, 'in_organisation=talo') : page.waitForURL(/in_organisation=talo/));
      const names = await page.locator('label:has([name=organisation])').allTextContents();
      assert.ok(names.length > 0 && names.every((name) => name.toLowerCase().includes('talo')), names.join());
      await page.locator('[name=organisation]').first().check();
      if (!javaScriptEnabled) await page.click('button.apply');
      await (javaScriptEnabled ? arrived(page, 'organisation=') : page.waitForURL(/[?&]organisation=.*in_organisation=talo|in_organisation=talo.*&organisation=/));
      assert.equal(await page.locator('.chips li').count(), 2);
      await close(page);
    }
  },

  async 'all precedents of a decision, and filters among them'() {
    const page = await open(sample + '/fi/decision/HEL-2023-900861/4');
    await follow(page, '.related a[href*="similar_to="]');
    const all = await count(page);
    assert.ok(all > 0);
    assert.equal(await page.locator('.hit .reasons').count(), await page.locator('.hit').count());
    assert.equal(await page.locator('.tools').count(), 0);
    assert.ok((await page.textContent('.sorts [aria-current] >> nth=1')).includes('osuvin'));
    await page.locator('.groups input[type=checkbox]').first().check();
    await arrived(page, 'similar_to');
    assert.ok(page.url().includes('similar_to='));
    await page.click('.chips a >> nth=0');
    await page.waitForFunction(() => !location.href.includes('similar_to'));
    await close(page);
  },

  async 'the client of the README works'() {
    const readme = readFileSync(join(source, 'README.md'), 'utf8');
    const code = readme.match(/```js\n([\s\S]*?)```/)[1];
    assert.ok(code.trim().split('\n').length <= 12);
    const page = await open(sample + '/fi/help');
    const found = await page.evaluate(`(async () => {
      document.querySelector('#content').insertAdjacentHTML('beforeend', '<ul id="hits"></ul>');
      ${code.replace('https://paatokset.example.fi', sample)}
      return document.querySelectorAll('#hits li').length;
    })()`);
    assert.ok(found > 0);
    await close(page);
  },

  async 'an address is shared and opened in Swedish'() {
    const page = await open(sample + '/fi/search?q=avustus&funder=STEA&sort=oldest');
    const found = await count(page);
    const first = await page.textContent('.hit h3');
    await follow(page, '.languages a[lang=sv]');
    assert.match(page.url(), /\/sv\/search\?q=avustus/);
    assert.equal(await page.getAttribute('html', 'lang'), 'sv');
    assert.equal(await count(page), found);
    assert.equal(await page.textContent('.hit h3'), first);
    assert.ok(await page.isChecked('[name=funder][value=STEA]'));
    await close(page);
  },

  async 'everything works without JavaScript'() {
    const page = await open(sample + '/fi/search', { javaScriptEnabled: false });
    await page.fill('#q', 'avustus');
    await follow(page, '.box button');
    assert.match(page.url(), /q=avustus/);
    const found = await page.locator('.hit').count();
    assert.ok(found > 0);
    await page.check('[name=funder][value=STEA]');
    await follow(page, '.apply');
    assert.match(page.url(), /funder=STEA/);
    assert.ok(await page.isChecked('[name=funder][value=STEA]'));
    assert.equal(await page.inputValue('#q'), 'avustus');
    await page.click('.chips a >> nth=0');
    assert.doesNotMatch(page.url(), /funder/);
    await page.click('.hit h3 a >> nth=0');
    assert.match(page.url(), /\/fi\/decision\//);
    assert.ok(await page.locator('.part').count() > 0);
    await close(page);
  },

  async 'by keyboard alone'() {
    const page = await open(sample + '/fi/search');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    assert.equal(page.asked.length, 0);  // the link past the header searches nothing
    await page.keyboard.type('avustus');
    await page.keyboard.press('Enter');
    await arrived(page, 'q=avustus');
    assert.match(await page.textContent('#status'), /\d/);
    for (let i = 0; i < 12 && await page.evaluate(() => document.activeElement.type) !== 'checkbox'; ++i) await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none');
    await page.keyboard.press('Space');
    await arrived(page, 'funder=');
    assert.equal(await page.evaluate(() => document.activeElement.type), 'checkbox');
    await close(page);
  },

  async 'on a phone and at 200 % nothing runs over the edge'() {
    for (const width of [320, 390, 640]) {
      const page = await open(sample + '/fi/search?q=avustus&funder=STEA', { viewport: { width, height: 800 } });
      for (const path of [null, await decision(page), '/sv/help', '/fi/search?q=qqqxyzzy', '/sv/draft', '/fi/search?q=avustus&collapse=case']) {
        if (path) await page.goto(sample + path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${path} at ${width}: ${wide} pixels too wide`);
      }
      await close(page);
    }
    const page = await open(sample + '/fi/search?q=avustus', { viewport: { width: 390, height: 800 } });
    assert.ok(!await page.isVisible('[name=funder][value=STEA]'));
    await page.click('.filters > summary');
    await page.check('[name=funder][value=STEA]');
    await arrived(page, 'funder=STEA');
    assert.ok(await page.isVisible('[name=funder][value=STEA]'));
    await close(page);
  },

  async 'the text of a hostile decision is text'() {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(hostile + '/fi/search', { javaScriptEnabled });
      assert.ok(await count(page) > 0);
      assert.ok((await page.textContent('.hits')).includes('<script>alert('));
      for (const href of await page.locator('.hit h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
        await page.goto(hostile + href);
        assert.ok(await page.locator('h1').count() === 1);
        assert.equal(await page.locator('main script, main img, main iframe, main [onerror], a[href^="javascript:" i], a[href^="data:" i]').count(), 0);
        assert.doesNotMatch(await page.content(), /[\u202a-\u202e\u2066-\u2069]/);
      }
      await page.goto(hostile + '/en/draft');
      await page.fill('#text', '</textarea><script>alert("draft")</script>\u202e avustus <img src=x onerror=alert(1)> HEL 2017-1');
      await follow(page, '.send button');
      assert.equal(await page.locator('main script, main img, main [onerror]').count(), 0);
      assert.ok((await page.inputValue('#text')).startsWith('</textarea><script>'));
      assert.doesNotMatch(await page.content(), /[\u202a-\u202e\u2066-\u2069]/);
      await close(page);
    }
  },

  async 'light, and still while it loads'() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    let bytes = 0;
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; })
        .observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['/fi/search', '/fi/search?q=avustus', '/fi/decision/HEL-2023-900861/4', '/sv/draft', '/en/help']) {
      bytes = 0;
      await page.goto(sample + path, { waitUntil: 'networkidle' });
      assert.ok(bytes <= 100 * 1024, `${path}: ${bytes} bytes`);
      assert.ok(await page.evaluate(() => window.shift) < 0.01, path);
      console.log(`  ${path}: ${bytes} bytes, shift ${await page.evaluate(() => window.shift)}`);
    }
    await context.close();
  },
};

// Every page as a person sees it: wide and on a phone, light and dark, on paper, without JavaScript.
async function take(name, path, options = {}, prepare = async () => {}) {
  const page = await open(sample + path, options);
  await prepare(page);
  await page.screenshot({ path: join(shots, name + '.png'), fullPage: true });
  await page.context().close();
}
if (shots) {
  const phone = { viewport: { width: 360, height: 740 } }, dark = { colorScheme: 'dark' };
  const send = async (page) => { await page.fill('#text', draft); await follow(page, '.send button'); };
  const id = '/decision/HEL-2023-900861/4', print = (page) => page.emulateMedia({ media: 'print' });
  for (const [name, ...rest] of [['start', '/fi/search'], ['start-phone', '/fi/search', phone], ['search', '/fi/search?q=avustus&funder=STEA'],
    ['search-dark', '/en/search?q=avustus', dark], ['search-phone', '/sv/search?q=avustus', phone],
    ['search-nojs', '/fi/search?q=avustus&funder=STEA', { javaScriptEnabled: false }],
    ['search-nojs-phone', '/fi/search?q=avustus&funder=STEA', { javaScriptEnabled: false, ...phone }],
    ['cases', '/en/search?q=avustus&collapse=case'], ['similar', '/fi/search?similar_to=HEL-2023-900861/4'],
    ['empty', '/sv/search?q=qqqxyzzy+avustus&funder=STEA&year=2017'], ['empty-phone-dark', '/fi/search?q=qqqxyzzy', { ...phone, ...dark }],
    ['wrong', '/en/search?q=avustus+OR'], ['decision', '/fi' + id], ['decision-phone', '/sv' + id, phone], ['decision-dark', '/en' + id, dark],
    ['decision-print', '/fi' + id, {}, print], ['draft', '/fi/draft'], ['draft-phone', '/sv/draft', phone],
    ['precedents', '/fi/draft', {}, send], ['precedents-phone-dark', '/en/draft', { ...phone, ...dark }, send],
    ['help', '/sv/help'], ['help-phone', '/en/help', phone], ['accessibility', '/fi/accessibility'], ['missing', '/sv/decision/none', dark]]) {
    await take(name, ...rest);
  }
}
let failed = 0;
try {
  for (const [name, test] of Object.entries(tests)) {
    if (process.argv[2] && !name.includes(process.argv[2])) continue;
    try {
      await test();
      console.log('ok      ' + name);
    } catch (error) {
      ++failed;
      console.log('FAILED  ' + name + '\n' + error.stack);
    }
  }
} finally {
  await browser.close();
  for (const server of servers) { server.removeAllListeners('exit'); server.kill('SIGTERM'); }
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
