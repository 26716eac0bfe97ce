// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to many jobs: to those that are selected, or to all that the filter and the search have.

import { actions } from './actions.js';
import { actOnMany, countMatching } from './batch.js';
import { el, icon } from './dom.js';
import { count, plural } from './format.js';
import { toast } from './messages.js';
import { isDisabled, markAllowed, rights } from './rights.js';

const onSelected = ['retry', 'pause', 'resume', 'cancel', 'remove'];

export class BulkBar {
  /** `query()`: { filter, q } of the list. */
  constructor(api, store, list, query) {
    this.api = api;
    this.store = store;
    this.list = list;
    this.query = query;
    this.retryAll = this.button('retry', 'Retry all failed', () => this.retryFailed());
    this.retryAll.hidden = true;
    this.forSelected = el('div', { class: 'selected-tools', hidden: true });
    this.element = el('div', { class: 'bulk', role: 'toolbar', 'aria-label': 'Many jobs' }, this.forSelected, this.retryAll);
    list.addEventListener('selection', () => this.showSelected());
    store.on('counts', () => this.showRetryAll());
    this.onRights = () => {
      this.showSelected();
      this.showRetryAll();
    };
    rights.addEventListener('change', this.onRights);
  }

  stop() {
    rights.removeEventListener('change', this.onRights);
  }

  button(iconName, word, run) {
    const button = el('button', { type: 'button', class: 'small' }, icon(iconName), el('span', {}, word));
    markAllowed(button);
    button.addEventListener('click', () => (isDisabled(button) ? toast(button.title, 'warning') : run()));
    return button;
  }

  showRetryAll() {
    const failed = this.store.counts.failed || 0;
    this.retryAll.hidden = failed === 0;
    this.retryAll.lastChild.textContent = this.query().q ? 'Retry all failed that match' : `Retry all failed (${count(failed)})`;
    markAllowed(this.retryAll);
  }

  async retryFailed() {
    const { q } = this.query();
    const states = ['failed'];
    try {
      const number = q ? await countMatching(this.api, { state: states, q }) : this.store.counts.failed || 0;
      if (!number) toast(`No failed job matches “${q}”`);
      else await this.act('retry', { filter: { state: states, ...(q && { q }) }, expect_count: number });
    } catch (problem) {
      toast(`The jobs could not be counted: ${problem.message}`, 'bad');
    }
  }

  showSelected() {
    const number = this.list.selected.size;
    this.forSelected.hidden = number === 0;
    if (!number) return;
    const jobs = [...this.list.selected].map((id) => this.store.jobs.get(id)).filter(Boolean);
    const possible = onSelected.filter((key) => jobs.some((job) => actions[key].states.includes(job.state)));
    const key = possible.join() + number + rights.reason;
    if (key === this.shown && this.forSelected.firstChild) return;
    this.shown = key;
    this.forSelected.replaceChildren(
      el('span', { class: 'selected-count' }, `${plural(number, 'job')} selected`),
      ...possible.map((name) => this.button(actions[name].icon, actions[name].bulkWord || actions[name].word, () => this.act(name, { ids: [...this.list.selected] }))),
      el('button', { type: 'button', class: 'quiet small', onclick: () => this.list.clearSelection() }, 'Clear'));
  }

  async act(key, scope) {
    if (!(await actOnMany(this.api, key, scope))) return;
    this.list.clearSelection();
    this.store.emit('stale');
  }
}

