// SPDX-License-Identifier: GPL-3.0-or-later
// Who works on the queue, and the hint that nobody does.

import { address } from './address.js';
import { openDialog } from './dialogs.js';
import { byId, el, icon, setText } from './dom.js';
import { ago, between, percent, plural } from './format.js';
import { showMessage } from './messages.js';
import { countOf, filterOf, stages } from './states.js';

const every = 10000;
const everyOpen = 3000;
const longest = 30000; // without a sign of life
const workingRoles = ['downloader', 'processor', 'uploader'];

export class Workers {
  constructor(api, store) {
    this.api = api;
    this.store = store;
    this.workers = null;
    this.button = byId('workers-button');
    this.list = el('div', { class: 'workers' });
    this.onClick = () => this.showDialog();
    this.button.addEventListener('click', this.onClick);
    store.on('counts', () => this.showHint());
    store.on('queue', () => this.showHint());
    this.load();
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.button.removeEventListener('click', this.onClick);
  }

  async load() {
    clearTimeout(this.timer);
    try {
      this.workers = (await this.api.get('api/v1/workers')).workers;
    } catch { /* the feed says when the server is away */ }
    if (this.isStopped) return;
    this.showButton();
    this.showHint();
    this.showList();
    this.timer = setTimeout(() => this.load(), this.isOpen ? everyOpen : every);
  }

  alive() {
    return (this.workers || []).filter((worker) =>
      worker.roles.some((role) => workingRoles.includes(role)) && between(worker.seen_at) < longest);
  }

  showButton() {
    const number = this.alive().length;
    setText(this.button, this.workers ? plural(number, 'worker') : 'Workers');
    this.button.title = 'Who works on the queue';
  }

  showHint() {
    const waiting = countOf(filterOf('waiting'), this.store.counts);
    const isIdle = this.workers && waiting > 0 && this.alive().length === 0;
    showMessage('workers', isIdle ? {
      tone: 'warning',
      text: `Nothing is working on this queue: ${plural(waiting, 'job waits', 'jobs wait')}, and no worker has been heard of for 30 seconds. Start one with createzoomd --worker.`,
      button: { word: 'Workers', run: () => this.showDialog() },
    } : null);
  }

  async showDialog() {
    this.isOpen = true;
    this.load();
    this.showList();
    await openDialog('Workers', (close) => [
      this.list,
      el('div', { class: 'answers' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close() }, 'Close')),
    ], 'wide');
    this.isOpen = false;
  }

  showList() {
    if (!this.isOpen) return;
    const rows = (this.workers || []).map((worker) => this.worker(worker));
    this.list.replaceChildren(...(rows.length ? rows : [el('p', { class: 'muted' }, 'Nobody takes part in the work.')]));
  }

  worker(worker) {
    const isAlive = between(worker.seen_at) < longest;
    const seen = isAlive ? `heard of ${ago(worker.seen_at)}` : worker.started_at ? `silent since ${ago(worker.seen_at)}` : 'lost';
    return el('section', { class: 'worker' },
      el('h3', {}, worker.name, worker.host && el('span', { class: 'muted' }, ` on ${worker.host}`)),
      el('p', { class: `state tone-${isAlive ? 'good' : 'bad'}` }, icon(isAlive ? 'state-done' : 'state-failed'), el('span', {}, seen)),
      el('p', { class: 'muted' }, [...(worker.roles || []), worker.version && `version ${worker.version}`].filter(Boolean).join(' · ')),
      worker.jobs.length
        ? el('ul', {}, worker.jobs.map((job) => el('li', {},
          el('a', { href: address.href({ job: job.id }) }, job.name), ` ${stages[job.stage] || job.stage}, ${percent(job)} %`)))
        : el('p', { class: 'muted' }, 'Idle'));
  }
}
