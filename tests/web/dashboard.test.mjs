// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard as its users see it: a real server, real conversions, a real browser.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { lookAt, lookUntil, openDashboard, openPage, row, startBrowser } from './browser.mjs';
import { writePng } from './images.mjs';
import { Server } from './server.mjs';

const hostile = '<img src=x onerror="document.title=1;alert(1)">.tif';

let server;
let browser;
let page;
const jobs = {};

before(async () => {
  [server, browser] = await Promise.all([Server.start(), startBrowser()]);
  await Promise.all([writePng(join(server.raw, 'section-012.png'), 3000, 2000), writePng(join(server.raw, 'large.png'), 20000, 15000)]);
  writeFileSync(join(server.raw, 'broken.tif'), 'this is no image');
  jobs.done = await server.submit('section-012.png');
  jobs.broken = await server.submit('broken.tif');
  jobs.hostile = await server.submit(hostile);
  await Promise.all([server.waitFor(jobs.done, 'done'), server.waitFor(jobs.broken, 'failed'), server.waitFor(jobs.hostile, 'failed')]);
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

const toast = (words) => page.locator('.toast', { hasText: words }).waitFor();
const text = (locator) => locator.innerText();

describe('signing in', () => {
  const signIn = async (token) => {
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  beforeEach(async () => {
    await page.context().close();
    page = await openPage(browser);
  });

  it('refuses a wrong token with words', async () => {
    await openDashboard(page, server);
    await signIn('wrong-token');
    await page.getByRole('alert').filter({ hasText: 'not valid' }).waitFor();
    await signIn('no token at all');
    await page.getByRole('alert').filter({ hasText: 'This is no token' }).waitFor();
    assert.equal(await page.locator('table.jobs').count(), 0);
  });

  it('opens the board with the right one, keeps it for this tab and in no address, and forgets it', async () => {
    const addresses = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(server.url); // the front door
    await signIn(server.token);
    await row(page, 'section-012.png').waitFor();
    await page.reload();
    await row(page, 'section-012.png').waitFor();

    assert.ok(addresses.length > 10);
    assert.ok(addresses.every((address) => !address.includes(server.token)));
    assert.ok(!page.url().includes(server.token));
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Access token').waitFor();
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  });

  it('asks again when the token holds no longer', async () => {
    await openDashboard(page, server);
    await signIn(server.token);
    await row(page, 'section-012.png').waitFor();
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 401, json: { code: 'E_AUTH_REQUIRED', detail: 'Missing or invalid token' } }));
    await page.getByRole('link', { name: /^Done/ }).click();
    await page.getByRole('alert').filter({ hasText: 'no longer' }).waitFor();
  });
});

describe('the list', () => {
  it('shows each job with its state as a word, its progress and its error', async () => {
    await openDashboard(page, server);
    assert.match(await text(row(page, 'section-012.png')), /Done[^]*100 %/);
    assert.match(await text(row(page, 'broken.tif')), /Failed[^]*not an image/);
    assert.equal(await row(page, 'broken.tif').getByRole('img').getAttribute('aria-label'), 'Download done, Pyramid failed, Upload not yet');
  });

  it('counts by state and filters by it', async () => {
    await openDashboard(page, server);
    const filter = page.getByRole('link', { name: /^Needs attention/ });
    await page.getByRole('link', { name: 'Needs attention 2' }).waitFor();
    await filter.click();
    await row(page, 'section-012.png').waitFor({ state: 'detached' });
    assert.equal(await page.locator('table.jobs tbody tr').count(), 2);
    await page.reload(); // the filter is in the address
    await row(page, 'broken.tif').waitFor();
    assert.equal(await filter.getAttribute('aria-current'), 'true');
    assert.equal(await row(page, 'section-012.png').count(), 0);
  });

  it('searches, says when nothing matches, and goes back', async () => {
    await openDashboard(page, server);
    await page.getByLabel('Search jobs').fill('broken');
    await row(page, 'section-012.png').waitFor({ state: 'detached' });
    assert.equal(await page.locator('table.jobs tbody tr').count(), 1);
    await page.getByLabel('Search jobs').fill('no such thing');
    await page.getByRole('heading', { name: 'No jobs match “no such thing”.' }).waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await row(page, 'section-012.png').waitFor();
  });

  it('takes names for text, whatever they are', async () => {
    await openDashboard(page, server, `#job=${jobs.hostile}&tab=request`);
    await row(page, '<img src=x').waitFor();
    await page.getByRole('tabpanel').getByText('<img src=x').first().waitFor();
    for (const tab of ['Log', 'Steps', 'Overview']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').getByText('<img src=x').first().waitFor();
    }
    assert.equal(await page.getByRole('heading', { level: 2, name: hostile }).count(), 1);
    assert.equal(await page.locator('main img').count(), 0);
    assert.notEqual(await page.title(), '1');
  });

  it('has a page for a server without jobs', async () => {
    await page.route('**/api/v1/jobs?limit=100', (route) => route.fulfill({ json: { jobs: [], next_cursor: null, counts: {}, revision: 0 } }));
    await openDashboard(page, server);
    await page.getByRole('heading', { name: 'This server has no jobs yet.' }).waitFor();
    assert.match(await text(page.locator('.empty pre')), /^curl http/);
  });
});

describe('details', () => {
  it('say of a failure what happened, why and what to do, with steps and log', async () => {
    await openDashboard(page, server);
    await row(page, 'broken.tif').click();
    const details = page.getByRole('complementary', { name: 'broken.tif' });
    const error = details.locator('.error-box');
    assert.match(await text(error), /What happened\s+broken\.tif is not an image[^]*Why\s+The file holds something else[^]*What to do\s+Open it in/);
    await details.getByText('Technical details').click();
    await details.getByText('code E_UNREADABLE').waitFor();
    await details.getByRole('tab', { name: 'Steps' }).click();
    assert.match(await text(details.locator('.timeline')), /Download\s*done[^]*Pyramid\s*failed/);
    await details.getByRole('tab', { name: 'Log' }).click();
    await details.locator('.line', { hasText: 'download of lab/raw/broken.tif is done' }).waitFor();
    await details.getByLabel('Find in the log').fill('not an image');
    await details.getByText(/^1 of \d+ lines$/).waitFor();
  });

  it('give the request as curl, quoted', async () => {
    await openDashboard(page, server, `#job=${jobs.hostile}&tab=request`);
    const command = await text(page.locator('pre.code').first());
    assert.ok(command.startsWith(`curl '${server.url}/api/v1/jobs'`), command);
    assert.ok(command.includes('Bearer $TOKEN') && !command.includes(server.token));
    const body = JSON.parse(/-d '(.*)'$/s.exec(command)[1]);
    assert.deepEqual(body.source, { bucket: `lab/raw/${hostile}` });
  });

  it('close with the browser’s Back button', async () => {
    await openDashboard(page, server);
    await row(page, 'broken.tif').click();
    await page.getByRole('complementary').waitFor();
    await page.goBack();
    await page.getByRole('complementary').waitFor({ state: 'hidden' });
  });
});

const withoutViewer = async () => (await fetch(`${server.url}/web/openseadragon.min.js`)).status === 404 && 'built without OpenSeadragon';

/** Of the job whose details are open. */
async function seeItGrow() {
  await page.getByRole('tab', { name: 'Preview' }).click();
  const early = await lookUntil(page, (seen) => seen.painted > 40);
  assert.match(await text(page.locator('.preview-tab')), /20,000 × 15,000 px · growing/);
  await lookUntil(page, (seen) => seen.painted > early.painted);
}

describe('a job while it runs', () => {
  let id;
  after(() => server.call('DELETE', `/api/v1/jobs/${id}`).catch(() => {})); // if it failed; what comes next would wait behind it

  it('comes into the list by itself, moves, is cancelled and retried', async () => {
    await openDashboard(page, server);
    // Many small tiles, each deflated: it must run for as long as the test looks at it.
    id = await server.submit('large.png', { format: 'png', tile_size: 126 });
    const large = row(page, 'large.png');
    await large.waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const progress = async () => Number(/(\d+) %/.exec(await text(large))[1]);
    await large.getByText('Pyramid').waitFor();
    const first = await progress();
    await page.waitForFunction((before) => Number(document.querySelector('tr[data-id] progress').value) > before, first);

    await large.click();
    if (!(await withoutViewer())) await seeItGrow();
    await page.getByRole('button', { name: 'Cancel job' }).click();
    const question = page.getByRole('dialog', { name: 'Cancel large.png?' });
    await question.getByRole('button', { name: 'Cancel', exact: true }).last().click();
    await large.getByText('Cancelled', { exact: true }).waitFor();
    assert.equal((await server.waitFor(id, 'cancelled')).state, 'cancelled');

    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await large.getByText('Running').waitFor();
    await server.call('DELETE', `/api/v1/jobs/${id}`);
    await large.getByText('Cancelled', { exact: true }).waitFor();
    await server.call('POST', `/api/v1/jobs/${id}/remove`);
    await large.waitFor({ state: 'detached' }); // what others remove goes too
  });
});

describe('an image of one’s own', () => {
  it('is uploaded, converted and comes back as an archive', async () => {
    await openDashboard(page, server);
    await writePng(join(server.folder, 'scan.png'), 900, 600);
    const bytes = readFileSync(join(server.folder, 'scan.png'));
    await page.getByLabel('Images to upload').setInputFiles([{ name: 'my scan.png', mimeType: 'image/png', buffer: bytes }]);
    await row(page, 'my scan.png').getByText('Done').waitFor();
    await row(page, 'my scan.png').click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download archive' }).click();
    const archive = await coming;
    assert.equal(archive.suggestedFilename(), 'my scan.png.dzip');
    assert.equal(readFileSync(await archive.path()).subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  });

  it('may be dropped', async () => {
    await openDashboard(page, server);
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['no image'], 'dropped.tif'));
      return transfer;
    });
    await page.dispatchEvent('#jobs-region', 'dragover', { dataTransfer: files });
    await page.getByText('Drop images to convert them').waitFor();
    await page.dispatchEvent('#jobs-region', 'drop', { dataTransfer: files });
    await row(page, 'dropped.tif').getByText('Failed').waitFor();
    assert.equal(await page.getByText('Drop images to convert them').isVisible(), false);
  });

  it('stays here when the server takes none, and it says so', async () => {
    await page.route('**/api/v1/uploads?*', (route) => route.fulfill({ status: 415, json: { code: 'E_UNSUPPORTED', detail: 'This server takes no uploads' } }));
    await openDashboard(page, server);
    await page.getByLabel('Images to upload').setInputFiles([{ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
    await toast('This server takes no uploads');
  });
});

describe('a server without events', () => {
  it('is asked every two seconds', async () => {
    await page.route('**/events', (route) => route.fulfill({ status: 404, json: { code: 'E_NOT_FOUND', detail: 'Not Found' } }));
    await openDashboard(page, server);
    await page.getByText('Every 2 s').waitFor();
    const id = await server.submit('missing.tif');
    await row(page, 'missing.tif').getByText('Failed').waitFor();
    await server.call('POST', `/api/v1/jobs/${id}/remove`);
    await row(page, 'missing.tif').waitFor({ state: 'detached' });
  });
});

describe('the picture', () => {
  it('is drawn, zooms and pans', async (t) => {
    const reason = await withoutViewer();
    if (reason) return t.skip(reason);
    await openDashboard(page, server, `#job=${jobs.done}&tab=preview`);
    const whole = await lookUntil(page, (seen) => seen.painted > 100);
    const [red, , blue] = whole.print.split(';').find((point) => !point.endsWith(',0')).split(',').map(Number);
    assert.ok(red > 200 && blue < 120, 'the top is orange');

    await page.getByRole('button', { name: 'Zoom in' }).click();
    const zoomed = await lookUntil(page, (seen) => seen.painted > whole.painted);
    const { x, y, width, height } = await page.locator('#viewer').boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 - 60, { steps: 4 });
    await page.mouse.up();
    await lookUntil(page, (seen) => seen.print !== zoomed.print && seen.painted > 0);
    await page.getByRole('button', { name: 'Show the whole image' }).click();
    await lookUntil(page, (seen) => seen.painted === whole.painted);
    await page.locator('.preview-tab a', { hasText: 'OpenSeadragon' }).waitFor();
  });

  it('is missed with words where the viewer was not built in', async () => {
    await page.route('**/openseadragon.min.js', (route) => route.fulfill({ status: 404 }));
    await openDashboard(page, server, `#job=${jobs.done}&tab=preview`);
    await page.getByText('built without OpenSeadragon').waitFor();
    assert.equal((await lookAt(page)).painted, 0);
  });
});
