// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty list says: each reason has its own words, and a way on.

import { address } from './address.js';
import { Api } from './api.js';
import { copyButton, el, icon } from './dom.js';
import { countOf, filterOf } from './states.js';

const calm = {
  attention: 'Nothing needs attention.',
  running: 'Nothing is running.',
  waiting: 'Nothing is waiting.',
  paused: 'No job is paused.',
  done: 'No job is done yet.',
  ended: 'No job was cancelled or skipped.',
};

function example() {
  return `curl ${Api.url('api/v1/jobs')} \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -d '{"source":{"bucket":"my-collab/raw/s012.tif"},"target":"my-collab/zoom"}'`;
}

/** `board`: turns to older jobs. */
export function noJobs({ filter, q }, page, board) {
  const { word } = filterOf(filter);
  const total = countOf(filterOf('all'), page.counts);
  if (q && page.next_cursor)
    return [icon('search'), el('h2', {}, `No match for “${q}” among the newest jobs`),
      el('p', { class: 'muted' }, 'Five thousand jobs were looked at.'),
      el('button', { type: 'button', onclick: () => board.turn(1) }, 'Search older jobs')];
  if (q)
    return [icon('search'), el('h2', {}, `No jobs match “${q}”${filter === 'all' ? '' : ` in ${word}`}.`),
      el('button', { type: 'button', onclick: () => board.clearSearch() }, 'Clear search'),
      filter === 'all' ? null : el('button', { type: 'button', class: 'quiet', onclick: () => address.change({ filter: '' }) }, 'Search all states')].filter(Boolean);
  if (total > 0)
    return [icon(filterOf(filter).icon), el('h2', {}, calm[filter] || 'There are no jobs here.'),
      el('button', { type: 'button', onclick: () => address.change({ filter: '' }) }, 'Show all jobs')];
  const command = example();
  return [icon('list'), el('h2', {}, 'This server has no jobs yet.'),
    el('p', { class: 'muted' }, 'Drop images here, or send jobs to it: they appear at once. For example'),
    el('pre', { class: 'code' }, command), copyButton('Copy', () => command)];
}
