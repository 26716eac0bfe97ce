// SPDX-License-Identifier: GPL-3.0-or-later
// Whether new work is begun: in the bar at the top, in the title, and as a message while it is not.

import { el, icon } from './dom.js';
import { showMessage, toast } from './messages.js';
import { report } from './actions.js';
import { isDisabled, markAllowed, rights } from './rights.js';

const confirmAfter = 1000;

export class QueueSwitch {
  constructor(api, store) {
    this.api = api;
    this.store = store;
    this.button = el('button', { type: 'button', role: 'switch', class: 'queue-switch', 'aria-label': 'Queue', onclick: () => this.toggle() });
    this.element = el('div', { class: 'queue' }, this.button);
    store.on('queue', () => this.show());
    this.onRights = () => this.show();
    rights.addEventListener('change', this.onRights);
    this.show();
  }

  stop() {
    clearTimeout(this.confirming);
    rights.removeEventListener('change', this.onRights);
  }

  show() {
    const { paused } = this.store;
    this.element.hidden = paused === null;
    this.button.setAttribute('aria-checked', String(paused === false));
    this.button.replaceChildren(icon(paused ? 'state-paused' : 'state-running'), paused ? 'Queue paused' : 'Queue running');
    this.button.classList.toggle('is-paused', Boolean(paused));
    markAllowed(this.button, paused ? 'Begin waiting jobs again' : 'Begin nothing new; what runs goes on');
    showMessage('queue', paused ? {
      tone: 'warning',
      text: 'The queue is paused: running jobs go on, nothing new is begun.',
      button: rights.reason ? null : { word: 'Resume', run: () => this.set(false) },
    } : null);
  }

  toggle() {
    if (isDisabled(this.button)) toast(this.button.title, 'warning');
    else this.set(!this.store.paused);
  }

  async confirm() {
    try {
      this.store.setPaused((await this.api.get('api/v1/queue')).paused);
    } catch { /* the feed says when the server is away */ }
  }

  async set(paused) {
    try {
      this.store.setPaused((await this.api.send('PUT', 'api/v1/queue', { paused })).paused);
      // Events tell of what is other than before: who changes it back at once is not heard of.
      clearTimeout(this.confirming);
      this.confirming = setTimeout(() => this.confirm(), confirmAfter);
    } catch (problem) {
      report(problem, 'The queue stays as it is');
    }
  }
}
