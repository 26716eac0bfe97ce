// SPDX-License-Identifier: GPL-3.0-or-later
// Text can be read on every ground it stands on, in both themes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../resources/web/style.css', import.meta.url), 'utf8');

function colour(name, theme) {
  const match = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(css);
  assert.ok(match, `style.css has no colour --${name}`);
  return match[3] || match[theme === 'light' ? 1 : 2];
}

/** WCAG 2.2, relative luminance. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'accent-soft'];
const pairs = [
  ...['text', 'muted'].flatMap((text) => grounds.map((ground) => [text, ground, 4.5])),
  ...['accent', 'good', 'warning', 'bad'].flatMap((text) => [...grounds, `${text}-soft`].map((ground) => [text, ground, 4.5])),
  ['text', 'bad-soft', 4.5],
  ['on-fill', 'accent-fill', 4.5],
  ['on-fill', 'bad-fill', 4.5],
  ['control-line', 'surface', 3],
  ['focus', 'surface', 3],
];

for (const theme of ['light', 'dark'])
  for (const [text, ground, least] of pairs)
    test(`${theme}: ${text} on ${ground}`, () => {
      const ratio = contrast(colour(text, theme), colour(ground, theme));
      assert.ok(ratio >= least, `${ratio.toFixed(2)}, ${least} is needed`);
    });
