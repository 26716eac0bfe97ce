// SPDX-License-Identifier: GPL-3.0-or-later
// The page of somebody who is signed in: filters, search, the list page by page, and the details of a job.

import { address } from './address.js';
import { Announcer } from './announcer.js';
import { Api, listPath } from './api.js';
import { BulkBar } from './bulkbar.js';
import { showKeys } from './dialogs.js';
import { byId, el, icon, setText } from './dom.js';
import { Details } from './details.js';
import { Feed } from './feed.js';
import { FilterPane } from './filterpane.js';
import { count, plural, timeOfDay } from './format.js';
import { JobList } from './joblist.js';
import { listenToKeys } from './keyboard.js';
import { noJobs } from './nojobs.js';
import { QueueSwitch } from './queueswitch.js';
import { rights } from './rights.js';
import { showMessage } from './messages.js';
import { countOf, filterOf, states } from './states.js';
import { JobStore } from './store.js';
import { Uploads } from './uploads.js';
import { Workers } from './workers.js';

const pageSize = 100;
const refreshEvery = 2000;
const typingPause = 300;

const connections = {
  live: ['state-done', 'Live', 'good', 'Changes come as they happen'],
  polling: ['retry', 'Every 2 s', 'neutral', 'Asks every two seconds what has changed'],
  offline: ['state-failed', 'Offline', 'bad', 'The server cannot be reached'],
};

export class Board {
  constructor(token, signedOut) {
    this.api = new Api(token);
    this.store = new JobStore();
    this.signedOut = signedOut;
    this.cursors = []; // of the pages before this one
    this.life = new AbortController();
    this.list = new JobList(this.store);
    this.details = new Details(this.api, this.store);
    this.filters = new FilterPane(this.store);
    this.announcer = new Announcer(this.store);
    this.bulk = new BulkBar(this.api, this.store, this.list, () => this.query);
    this.queue = new QueueSwitch(this.api, this.store);
    this.uploads = new Uploads(this.api);
    this.workers = new Workers(this.api, this.store);
    this.feed = new Feed(this.api, this.store, { status: (...said) => this.showConnection(...said), refused: () => this.signedOut() });
    this.build();
    this.listen();
  }

  build() {
    this.search = el('input', { type: 'search', id: 'search', placeholder: 'Search name, path, id, error…', 'aria-label': 'Search jobs', 'aria-keyshortcuts': '/' });
    this.empty = el('div', { class: 'empty', hidden: true });
    this.range = el('span', { class: 'range' });
    this.newer = el('button', { type: 'button', class: 'small', onclick: () => this.turn(-1) }, 'Newer');
    this.older = el('button', { type: 'button', class: 'small', onclick: () => this.turn(1) }, 'Older');
    this.table = el('div', { class: 'table-box' }, this.list.element);
    this.connection = el('span', { class: 'connection' });
    this.statusElements = [this.connection, this.queue.element];
    this.region = el('section', { class: 'list', id: 'jobs-region', tabindex: -1, 'aria-label': 'Jobs' },
      el('div', { class: 'list-tools' }, el('div', { class: 'search' }, icon('search'), this.search, el('kbd', { 'aria-hidden': 'true' }, '/')), this.bulk.element, this.uploads.element),
      this.table, this.empty,
      el('nav', { class: 'pages', 'aria-label': 'Pages' }, this.range, this.newer, this.older));
    this.uploads.watch(this.region);
    // Shapes that are needed when the server is away must be here before.
    const shapes = el('div', { class: 'unseen', 'aria-hidden': 'true' }, [...Object.values(states), { icon: 'retry' }, { icon: 'warning' }].map((state) => icon(state.icon)));
    this.element = el('div', { class: 'board' }, this.filters.element, this.region, this.details.element, shapes);
  }

  listen() {
    const { signal } = this.life;
    this.search.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => address.change({ q: this.search.value.trim() }), typingPause);
    });
    address.onChange(() => this.followAddress(), signal);
    byId('keys-button').addEventListener('click', showKeys, { signal });
    document.addEventListener('visibilitychange', () => !document.hidden && this.refreshSoon(), { signal });
    this.store.on('stale', () => this.refreshSoon());
    this.store.on('queue', () => this.showTitle());
    listenToKeys(this, signal);
    rights.addEventListener('change', () => this.showRights(), { signal });
  }

  async start() {
    rights.set('');
    this.query = this.queryOfAddress();
    this.search.value = this.query.q;
    const page = await this.load();
    if (!this.isStopped) this.feed.start(page?.revision ?? 0);
    this.followAddress();
    rights.probe(this.api);
  }

  stop() {
    this.life.abort();
    clearTimeout(this.typing);
    clearTimeout(this.refreshing);
    for (const part of [this.feed, this.list, this.workers, this.announcer, this.queue, this.bulk, this.uploads]) part.stop();
    this.details.dropTab();
  }

  get isStopped() {
    return this.life.signal.aborted;
  }

  queryOfAddress() {
    const { filter, q } = address.read();
    return { filter: filterOf(filter).key, q };
  }

  followAddress() {
    const wanted = this.queryOfAddress();
    const { job, tab } = address.read();
    if (wanted.filter !== this.query.filter || wanted.q !== this.query.q) {
      this.query = wanted;
      this.cursors = [];
      if (document.activeElement !== this.search) this.search.value = wanted.q;
      this.list.clearSelection();
      this.bulk.showRetryAll();
      this.load();
    }
    this.filters.showChosen(wanted.filter);
    this.list.showCurrent(job);
    const isNew = job && job !== this.details.id;
    this.element.classList.toggle('has-details', Boolean(job));
    this.details.show(job, tab);
    if (isNew) this.details.focus();
  }

  closeDetails() {
    const id = this.details.id;
    this.details.close();
    this.list.rows.get(id)?.link.focus();
  }

  clearSearch() {
    this.search.value = '';
    this.search.blur();
    address.change({ q: '' });
  }

  /** Asks for the page that is wanted now; an answer to an older question is dropped. */
  async load() {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.lastLoad = Date.now();
    this.table.setAttribute('aria-busy', 'true');
    const { filter, q } = this.query;
    try {
      const page = await this.api.get(
        listPath({ state: filterOf(filter).states, q, limit: pageSize, cursor: this.cursors.at(-1) }), loading.signal);
      if (this.isStopped || loading.signal.aborted) return null;
      this.lastSeen = new Date().toISOString();
      this.store.setPage(page);
      this.showPage(page);
      return page;
    } catch (problem) {
      if (loading.signal.aborted || this.isStopped) return null;
      if (problem.status === 401 || problem.status === 403) this.signedOut();
      else this.showConnection('offline', problem);
      return null;
    } finally {
      if (this.loading === loading) this.table.removeAttribute('aria-busy');
    }
  }

  /** Counts and rows may be others: once in two seconds is often enough. */
  refreshSoon() {
    if (this.refreshing) return;
    const pause = Math.max(50, (this.lastLoad || 0) + refreshEvery - Date.now());
    this.refreshing = setTimeout(() => {
      this.refreshing = null;
      if (!this.isStopped && !document.hidden) this.load();
    }, pause);
  }

  turn(step) {
    if (step > 0) this.cursors.push(this.store.nextCursor);
    else this.cursors.pop();
    this.list.clearSelection();
    this.load();
    this.table.scrollTop = 0;
  }

  showPage(page) {
    const { filter, q } = this.query;
    const total = countOf(filterOf(filter), page.counts);
    const isEmpty = page.jobs.length === 0;
    this.table.hidden = isEmpty;
    this.empty.hidden = !isEmpty;
    if (isEmpty) this.empty.replaceChildren(...noJobs(this.query, page, this));
    const first = this.cursors.length * pageSize + 1;
    const last = first + page.jobs.length - 1;
    if (q) setText(this.range, isEmpty ? '' : `${plural(page.jobs.length, 'match', 'matches')} on this page`);
    else setText(this.range, isEmpty ? '' : `${count(first)}–${count(last)} of ${count(Math.max(total, last))}`);
    this.newer.hidden = this.cursors.length === 0;
    this.older.hidden = !page.next_cursor || isEmpty;
    this.showTitle();
  }

  showTitle() {
    const { counts, paused } = this.store;
    const running = countOf(filterOf('running'), counts);
    const waiting = countOf(filterOf('waiting'), counts);
    const work = running + waiting ? `${count(running)} running, ${count(waiting)} waiting — ` : '';
    document.title = `${paused ? '⏸ ' : ''}${work}CreateZoom`;
  }

  showConnection(status, problem) {
    if (this.isStopped) return;
    const wasOffline = this.status === 'offline';
    if (status !== 'offline') this.lastSeen = new Date().toISOString();
    if (status !== this.status) {
      const [shape, word, tone, title] = connections[status];
      this.connection.replaceChildren(el('span', { class: `state tone-${tone}`, title }, icon(shape), el('span', {}, word)));
      this.element.classList.toggle('is-offline', status === 'offline');
    }
    this.status = status;
    const since = this.lastSeen ? ` The list is that of ${timeOfDay(this.lastSeen)}.` : '';
    showMessage('offline', status === 'offline'
      ? { tone: 'bad', text: `${problem?.message || 'The server cannot be reached'}.${since} It is asked again every few seconds.` }
      : null);
    if (wasOffline && status !== 'offline') this.refreshSoon();
  }

  showRights() {
    showMessage('rights', rights.reason
      ? { tone: 'accent', text: `You may look, not change: ${rights.reason}` }
      : null);
  }
}
