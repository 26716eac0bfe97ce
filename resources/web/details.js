// SPDX-License-Identifier: GPL-3.0-or-later
// One job: what it is, what can be done to it, and its tabs.

import { address } from './address.js';
import { actions, act, isOffered } from './actions.js';
import { jobPath } from './api.js';
import { el, icon, setText } from './dom.js';
import { errorOf, errorText } from './errorwords.js';
import { folderOf, nameOf } from './format.js';
import { LogTab } from './logtab.js';
import { OverviewTab, RequestTab, StepsTab } from './detailtabs.js';
import { PreviewTab } from './preview.js';
import { stateMark } from './jobrow.js';
import { isDisabled, markAllowed, rights } from './rights.js';
import { toast } from './messages.js';
import { download, hasDownload } from './uploads.js';

const tabs = [
  { key: 'overview', word: 'Overview', make: OverviewTab },
  { key: 'preview', word: 'Preview', make: PreviewTab },
  { key: 'steps', word: 'Steps', make: StepsTab },
  { key: 'log', word: 'Log', make: LogTab },
  { key: 'request', word: 'Request', make: RequestTab },
];

export class Details {
  constructor(api, store) {
    this.api = api;
    this.store = store;
    this.id = '';
    this.tab = null;
    this.title = el('h2', { id: 'details-title', tabindex: -1 });
    this.folder = el('p', { class: 'muted path' });
    this.state = el('p', { class: 'details-state' });
    this.buttons = el('div', { class: 'details-actions' });
    this.error = el('div', { class: 'error-box', hidden: true });
    this.tabList = el('div', { role: 'tablist', class: 'tabs', 'aria-label': 'About this job' }, tabs.map((tab) => this.tabButton(tab)));
    this.panel = el('div', { role: 'tabpanel', class: 'tab-panel', id: 'tab-panel', tabindex: 0 });
    this.element = el('aside', { class: 'details', 'aria-labelledby': 'details-title', hidden: true },
      el('header', {}, el('div', { class: 'details-names' }, this.title, this.folder),
        el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': 'Close the details', title: 'Close (Esc)', onclick: () => this.close() }, icon('close'))),
      this.state, this.buttons, this.error, this.tabList, this.panel);
    this.tabList.addEventListener('keydown', (event) => this.tabKey(event));
    store.on('job', (id) => id === this.id && this.showJob());
    rights.addEventListener('change', () => this.showButtons());
  }

  tabButton({ key, word }) {
    return el('button', {
      type: 'button', role: 'tab', id: `tab-${key}`, 'data-tab': key, 'aria-controls': 'tab-panel',
      onclick: () => address.change({ tab: key === 'overview' ? '' : key }),
    }, word);
  }

  tabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.moveTab(step);
    this.tabList.querySelector('[aria-selected=true]').focus();
  }

  moveTab(step) {
    const at = tabs.findIndex((tab) => tab.key === this.tabKeyShown);
    const next = tabs[(at + step + tabs.length) % tabs.length].key;
    address.change({ tab: next === 'overview' ? '' : next });
  }

  close() {
    address.change({ job: '', tab: '' }, true);
  }

  /** What the address says. */
  async show(id, tabKey) {
    if (id !== this.id) {
      this.dropTab();
      this.id = id;
      this.shownButtons = '';
      this.store.watch(id || null);
    }
    this.element.hidden = !id;
    if (!id) return;
    if (!this.store.jobs.has(id)) await this.fetchJob(id);
    if (this.id !== id || !this.store.jobs.has(id)) return;
    this.showJob();
    this.showTab(tabs.find((tab) => tab.key === tabKey) || tabs[0]);
  }

  /** It is on no page that is shown. */
  async fetchJob(id) {
    try {
      this.store.apply([await this.api.get(jobPath(id))]);
    } catch (problem) {
      toast(`The job cannot be shown: ${problem.message}`, 'bad');
      if (this.id === id) this.close();
    }
  }

  focus() {
    this.title.focus();
  }

  showTab(tab) {
    this.tabKeyShown = tab.key;
    for (const button of this.tabList.children) {
      const isChosen = button.dataset.tab === tab.key;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    this.panel.setAttribute('aria-labelledby', `tab-${tab.key}`);
    if (this.tab instanceof tab.make) return;
    this.dropTab();
    this.tab = new tab.make(this.api);
    this.panel.replaceChildren(this.tab.element);
    this.tab.show(this.job);
  }

  dropTab() {
    this.tab?.stop?.();
    this.tab = null;
    this.panel.replaceChildren();
  }

  get job() {
    return this.store.jobs.get(this.id);
  }

  showJob() {
    if (!this.job) {
      if (this.id && !this.element.hidden && this.title.textContent) this.close(); // somebody removed it
      return;
    }
    setText(this.title, nameOf(this.job));
    setText(this.folder, folderOf(this.job));
    const look = JSON.stringify([this.job.state, this.job.stage, this.job.ready_at, this.job.pause_wanted]);
    if (look !== this.look || !this.state.firstChild) this.state.replaceChildren(stateMark(this.job));
    this.look = look;
    this.showError();
    this.showButtons();
    this.tab?.show(this.job);
  }

  showError() {
    const error = errorOf(this.job);
    this.error.hidden = !error;
    const key = JSON.stringify(error || null);
    if (!error || key === this.shownError) return;
    this.shownError = key;
    const { what, why, remedy } = errorText(error);
    const part = (word, text) => text && [el('dt', {}, word), el('dd', {}, text)];
    this.error.replaceChildren(...[
      el('dl', {}, [part('What happened', what), part('Why', why), part('What to do', remedy)].filter(Boolean).flat()),
      el('details', {}, el('summary', {}, 'Technical details'),
        el('pre', {}, [`code ${error.code}`, error.detail, `job ${this.job.id}`].filter(Boolean).join('\n'))),
    ]);
  }

  showButtons() {
    if (!this.job) return;
    const offered = Object.entries(actions).filter(([, action]) => isOffered(action, this.job));
    const isFetched = hasDownload(this.job);
    const keys = [...offered.map(([key]) => key), isFetched, rights.reason].join();
    if (keys === this.shownButtons) return;
    this.shownButtons = keys;
    this.buttons.replaceChildren(...(isFetched ? [this.downloadButton()] : []), ...offered.map(([key, action]) => this.actionButton(key, action)),
      ...(rights.reason && offered.length ? [el('p', { class: 'reason' }, `You may look, not change: ${rights.reason}`)] : []));
  }

  downloadButton() {
    return el('button', { type: 'button', class: 'primary', onclick: () => download(this.api, this.job) }, icon('open-folder'), 'Download archive');
  }

  actionButton(key, action) {
    const button = el('button', { type: 'button', 'data-action': key, class: key === 'retry' ? 'primary' : '' }, icon(action.icon), action.word);
    markAllowed(button);
    button.addEventListener('click', async () => {
      if (isDisabled(button)) return;
      const after = await act(this.api, action, this.job);
      if (after?.id) this.store.apply([after]);
    });
    return button;
  }
}
