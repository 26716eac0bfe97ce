// SPDX-License-Identifier: GPL-3.0-or-later
// The page about the API: a document with everything that OpenAPI 3.1 allows where we use it, and the server's own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { Server } from './server.mjs';

const sample = readFileSync(new URL('openapi-sample.json', import.meta.url), 'utf8');

let server;
let browser;
let page;

before(async () => {
  [server, browser] = await Promise.all([Server.start(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  page = await openPage(browser);
});
afterEach(async () => {
  const { faults } = page;
  await page.context().close();
  assert.deepEqual(faults, []);
});

const open = async (hash = '') => {
  await page.route('**/openapi.json', (route) => route.fulfill({ contentType: 'application/json', body: sample }));
  await page.goto(`${server.url}/docs${hash}`);
  await page.getByRole('heading', { level: 1, name: 'Sample 1.2.3' }).waitFor();
};

it('groups the calls by tag and opens what a link names', async () => {
  await open('#showJob');
  assert.deepEqual(await page.locator('main h2').allInnerTexts(), ['Jobs', 'Other']);
  const call = page.locator('#showJob');
  await call.getByText('integer 0 to 60').waitFor();
  await call.getByText('string (uuid)').waitFor();
  assert.equal(await page.locator('#submitJob[open]').count(), 0);
});

it('resolves references, allOf and schemas that hold themselves', async () => {
  await open('#showJob');
  await page.locator('#showJob summary', { hasText: '200' }).click();
  const answer = page.locator('#showJob .response').first();
  const words = await answer.innerText();
  for (const field of ['state', 'steps', 'array of Step', 'stage', 'name', 'string or null', '"waiting" | "done"', 'Where it stands'])
    assert.ok(words.includes(field), `${field} is missing in ${words}`);
  await page.locator('#showJob summary', { hasText: '404' }).click();
  await page.getByText('"code": "E_NOT_FOUND"').waitFor();
});

it('gives each call as curl, with a token only where one is needed', async () => {
  await open();
  const curl = (id) => page.locator(`#${id} > .op-body > .sample pre`).last().evaluate((node) => node.textContent);
  assert.equal(await curl('livez'), `curl '${server.url}/livez'`);
  assert.equal(await curl('submitJob'), [`curl -X POST '${server.url}/api/v1/jobs'`, '-H "Authorization: Bearer $TOKEN"',
    "-H 'Content-Type: application/json'", `-d '{"source":"it'\\''s b/x.tif"}'`].join(' \\\n  '));
});

it('takes the document’s words for text', async () => {
  await open();
  await page.locator('#submitJob').getByText('Submit <b>a job</b>').waitFor();
  assert.equal(await page.locator('main b').count(), 0);
});

it('loads nothing from elsewhere, and says when there is no description', async () => {
  const hosts = new Set();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.route('**/openapi.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${server.url}/docs`);
  await page.getByText('openapi.json: the server answered 404').waitFor();
  assert.deepEqual([...hosts], [new URL(server.url).host]);
});
