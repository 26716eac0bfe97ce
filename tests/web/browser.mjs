// SPDX-License-Identifier: GPL-3.0-or-later
// A headless Chromium, and the dashboard in it.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patience } from './server.mjs';

const { chromium } = createRequire(join(process.env.WEB_MODULES, 'package.json'))('playwright-core');

export async function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

// What a browser says of answers that the page expects: not a fault of the page.
const expected = /Failed to load resource: (the server responded with a status of|net::ERR)/;

/** A page in a context of its own. `faults`: what the browser complained of; each test wants it empty. */
export async function openPage(browser, { token, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  if (token) await context.addInitScript((value) => sessionStorage.setItem('createzoom-token', value), token);
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.stack));
  page.on('dialog', (dialog) => {
    page.faults.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) page.faults.push(message.text());
  });
  return page;
}

export function row(page, name) {
  return page.locator('table.jobs tbody tr', { hasText: name });
}

export async function openDashboard(page, server, hash = '') {
  await page.goto(`${server.url}/dashboard${hash}`);
  await page.locator('table.jobs tbody tr:visible, .empty:visible, .sign-in').first().waitFor();
}

/** Of the viewer's canvas: how many points of a grid are painted, and a fingerprint of them all. */
export async function lookAt(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector('#viewer canvas');
    if (!canvas) return { painted: 0, print: '' };
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const points = [];
    for (let y = 10; y < height; y += Math.floor(height / 24))
      for (let x = 10; x < width; x += Math.floor(width / 24)) points.push(data.slice(4 * (y * width + x), 4 * (y * width + x) + 4));
    return { painted: points.filter((point) => point[3] > 0).length, print: points.map((point) => point.join()).join(';') };
  });
}

/** Asks until `good` says so of what lookAt() gives. */
export async function lookUntil(page, good) {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = await lookAt(page);
    if (good(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`the viewer shows ${seen.painted} painted points`);
    await page.waitForTimeout(100);
  }
}
