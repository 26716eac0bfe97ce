// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the board as a whole: keys, themes, widths, rights, many jobs, a server that is away.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openDashboard, openPage, row, startBrowser } from './browser.mjs';
import { writePng } from './images.mjs';
import { Server } from './server.mjs';

const broken = 130; // jobs: more than a page

let server;
let browser;
let page;
let done;

before(async () => {
  [server, browser] = await Promise.all([Server.start(), startBrowser()]);
  await writePng(join(server.raw, 'section-012.png'), 1000, 700);
  writeFileSync(join(server.raw, 'broken.tif'), 'this is no image');
  done = await server.submit('section-012.png');
  const ids = await Promise.all(Array.from({ length: broken }, (_, n) => server.submit(`missing-${String(n).padStart(3, '0')}.tif`)));
  await server.waitFor(done, 'done');
  await Promise.all(ids.map((id) => server.waitFor(id, 'failed')));
});

after(async () => {
  await browser?.close();
  server?.stop();
});

beforeEach(async () => {
  page = await openPage(browser, { token: server.token });
});

afterEach(async () => {
  const { faults } = page;
  await page.context().close();
  assert.deepEqual(faults, []);
});

const reopen = async (options) => {
  await page.context().close();
  page = await openPage(browser, { token: server.token, ...options });
  await openDashboard(page, server);
};
const rows = () => page.locator('table.jobs tbody tr');
const toast = (words) => page.locator('.toast', { hasText: words }).waitFor();
const focused = () => page.evaluate(() => document.activeElement.textContent);

describe('many jobs', () => {
  it('are shown page by page', async () => {
    await openDashboard(page, server);
    assert.equal(await rows().count(), 100);
    await page.getByText(`1–100 of ${broken + 1}`).waitFor();
    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByText(`101–${broken + 1} of ${broken + 1}`).waitFor();
    await row(page, 'section-012.png').waitFor();
    await page.getByRole('button', { name: 'Newer' }).click();
    await page.getByText(`1–100 of ${broken + 1}`).waitFor();
  });

  it('are selected together, and what is done says how many', async () => {
    await openDashboard(page, server);
    await page.getByLabel('Select all jobs of this page').check();
    await page.getByText('100 jobs selected').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('dialog', { name: 'Remove 100 jobs?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await rows().count(), 100);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('100 jobs selected').waitFor({ state: 'hidden' });
  });

  it('that failed are retried at once, with their number in the question', async (t) => {
    const probe = await fetch(`${server.url}/api/v1/jobs:batch`, { method: 'POST' });
    if (probe.status === 404) return t.skip('this server has no jobs:batch');
    await openDashboard(page, server);
    await page.getByRole('button', { name: `Retry all failed (${broken})` }).click();
    const question = page.getByRole('dialog', { name: `Retry ${broken} jobs?` });
    const sent = page.waitForRequest('**/api/v1/jobs:batch');
    await question.getByRole('button', { name: `Retry ${broken}` }).click();
    assert.deepEqual((await sent).postDataJSON(), { action: 'retry', filter: { state: ['failed'] }, expect_count: broken });
    await toast(`${broken} jobs queued again`);
    await page.getByRole('link', { name: `Needs attention ${broken}` }).waitFor(); // they fail once more
  });

  it('that failed and match a search are counted first', async () => {
    await openDashboard(page, server, '#q=missing-00');
    await page.getByRole('button', { name: 'Retry all failed that match' }).click();
    await page.getByRole('dialog', { name: 'Retry 10 jobs?' }).getByRole('button', { name: 'Cancel' }).click();
  });
});

describe('the keyboard', () => {
  it('searches, goes through rows, opens and closes', async () => {
    await openDashboard(page, server);
    await page.keyboard.press('/');
    await page.keyboard.type('section');
    await row(page, 'missing').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await row(page, 'missing').first().waitFor();
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    assert.notEqual(await focused(), first);
    await page.keyboard.press('k');
    assert.equal(await focused(), first);
    await page.keyboard.press('x');
    await page.getByText('1 job selected').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: first }).waitFor();
    await page.keyboard.press(']');
    await page.getByRole('tab', { name: 'Preview', selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'hidden' });
    assert.equal(await focused(), first);
  });

  it('shows its keys, and none acts while somebody types', async () => {
    await openDashboard(page, server);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('next, previous job').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByLabel('Search jobs').fill('');
    await page.keyboard.type('?jx');
    assert.equal(await page.getByLabel('Search jobs').inputValue(), '?jx');
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('reaches everything that a mouse does, and all of it has a name', async () => {
    await openDashboard(page, server, `#job=${done}`);
    await page.getByRole('complementary').waitFor();
    const nameless = await page.evaluate(() => [...document.querySelectorAll('a, button, input, [role=progressbar], progress, dialog')]
      .filter((node) => node.checkVisibility())
      .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.[0]?.textContent.trim()))
      .map((node) => node.outerHTML));
    assert.deepEqual(nameless, []);
    const small = await page.evaluate(() => [...document.querySelectorAll('button, input, .filter, .hit')]
      .filter((node) => node.checkVisibility() && !node.closest('.hit, label'))
      .filter((node) => node.getBoundingClientRect().height < 24).map((node) => node.outerHTML));
    assert.deepEqual(small, []);
  });

  it('is not all: the counts are told to screen readers', async () => {
    await openDashboard(page, server);
    await page.waitForFunction((n) => document.getElementById('announcer').textContent === `0 running, 0 waiting, 1 done, ${n} jobs need attention`, broken);
    assert.equal(await page.locator('#announcer').getAttribute('aria-live'), 'polite');
  });
});

describe('themes and widths', () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('follow the system, and the choice', async () => {
    await reopen({ colorScheme: 'dark' });
    assert.equal(await ground(), 'rgb(20, 22, 26)');
    await page.getByRole('button', { name: 'Theme: system' }).click();
    assert.equal(await ground(), 'rgb(244, 246, 248)');
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    assert.equal(await ground(), 'rgb(20, 22, 26)');
  });

  for (const width of [360, 768, 1024, 1400, 2560])
    it(`fit into ${width} px`, async () => {
      await reopen({ viewport: { width, height: 800 } });
      const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(await isTooWide(), false);
      const cut = await page.evaluate(() => ['.bar', '.bar-status', '.bar-tools', '.list-tools'].filter((part) => {
        const { scrollWidth, clientWidth } = document.querySelector(part);
        return scrollWidth > clientWidth;
      }));
      assert.deepEqual(cut, []);
      await rows().first().click();
      const details = page.getByRole('complementary');
      await details.waitFor();
      assert.equal(await isTooWide(), false);
      const box = await details.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width + 1);
      if (width === 360) assert.equal(Math.round(box.width), 360);
      await page.getByRole('button', { name: 'Close the details' }).click();
      await details.waitFor({ state: 'hidden' });
    });
});

describe('what may be done', () => {
  it('is nothing for who may only look, and says why', async () => {
    await page.route('**/api/v1/queue', (route) =>
      (route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 403, json: { code: 'E_FORBIDDEN', detail: 'Your domain may look only' } })));
    await openDashboard(page, server, `#filter=attention`);
    await page.getByText('You may look, not change: Your domain may look only').waitFor();
    await rows().first().click();
    const retry = page.getByRole('button', { name: 'Retry', exact: true });
    assert.equal(await retry.getAttribute('aria-disabled'), 'true');
    assert.equal(await retry.getAttribute('title'), 'You may look, not change: Your domain may look only');
    let changes = 0;
    page.on('request', (request) => { changes += request.method() !== 'GET'; });
    for (const button of [retry, page.getByRole('switch', { name: 'Queue' }), page.getByRole('button', { name: /Retry all failed/ })])
      await button.dispatchEvent('click');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.equal(changes, 0);
  });

  it('includes a retry with another token where the old one is gone', async () => {
    const bodies = [];
    await page.route('**/api/v1/jobs/*/retry', (route) => {
      bodies.push(route.request().postDataJSON());
      return bodies.length === 1
        ? route.fulfill({ status: 409, json: { code: 'E_AUTH_EXPIRED', detail: 'The job’s token was erased when it ended: send a new one' } })
        : route.continue();
    });
    await openDashboard(page, server, '#filter=attention');
    await rows().first().click();
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    const question = page.getByRole('dialog');
    await question.getByText('erased when it ended').waitFor();
    await question.getByLabel('Token of whoever').fill('fresh-token');
    await question.getByRole('button', { name: 'Retry' }).click();
    await toast('Queued again');
    assert.deepEqual(bodies, [null, { token: 'fresh-token' }]);
  });

  it('includes a pause of the queue, which is shown everywhere', async () => {
    await openDashboard(page, server);
    const queue = page.getByRole('switch', { name: 'Queue' });
    await queue.click();
    await page.getByText('The queue is paused').waitFor();
    assert.equal(await queue.getAttribute('aria-checked'), 'false');
    assert.match(await page.title(), /^⏸ /);
    assert.deepEqual(await server.call('GET', '/api/v1/queue').then((state) => state.paused), true);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('The queue is paused').waitFor({ state: 'detached' });
    assert.deepEqual(await server.call('GET', '/api/v1/queue').then((state) => state.paused), false);
    await server.call('PUT', '/api/v1/queue', { paused: true }); // by somebody else
    await page.getByText('The queue is paused').waitFor();
    await server.call('PUT', '/api/v1/queue', { paused: false });
    await page.getByText('The queue is paused').waitFor({ state: 'detached' });
  });
});

describe('the server', () => {
  it('has workers with a sign of life', async () => {
    await openDashboard(page, server);
    await page.getByRole('button', { name: '1 worker' }).click();
    const dialog = page.getByRole('dialog', { name: 'Workers' });
    await dialog.getByText(/heard of (just now|\d+ s ago)/).waitFor();
    await dialog.getByText('downloader · processor · uploader').waitFor();
  });

  it('is missed when nobody works on what waits', async () => {
    await page.route('**/api/v1/workers', (route) => route.fulfill({ json: { workers: [] } }));
    await page.route('**/api/v1/jobs?limit=100', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), counts: { waiting: 3 } } });
    });
    await openDashboard(page, server);
    await page.getByText('Nothing is working on this queue: 3 jobs wait').waitFor();
  });

  it('may be away: the last list stays, and it goes on by itself', async () => {
    await openDashboard(page, server);
    await page.context().setOffline(true);
    await page.getByText('Offline').waitFor();
    await page.getByText(/The list is that of \d\d:\d\d:\d\d/).waitFor();
    assert.equal(await rows().count(), 100);
    await page.context().setOffline(false);
    await page.getByText('Offline').waitFor({ state: 'detached' });
    await page.locator('.message').first().waitFor({ state: 'detached' });
  });
});
