// SPDX-License-Identifier: GPL-3.0-or-later
// Tells screen readers how the jobs fare: at most every ten seconds, and only what is new.

import { byId, setText } from './dom.js';
import { count, plural } from './format.js';
import { countOf, filterOf } from './states.js';

const shortest = 10000;

export class Announcer {
  constructor(store) {
    this.store = store;
    this.said = '';
    this.lastTime = 0;
    this.timer = null;
    store.on('counts', () => this.soon());
  }

  stop() {
    clearTimeout(this.timer);
  }

  sentence() {
    const number = (key) => countOf(filterOf(key), this.store.counts);
    const parts = [`${count(number('running'))} running`, `${count(number('waiting'))} waiting`, `${count(number('done'))} done`];
    const attention = number('attention');
    if (attention) parts.push(`${plural(attention, 'job needs', 'jobs need')} attention`);
    return parts.join(', ');
  }

  soon() {
    if (this.timer !== null || this.sentence() === this.said) return;
    const pause = Math.max(0, this.lastTime + shortest - Date.now());
    this.timer = setTimeout(() => {
      this.timer = null;
      this.lastTime = Date.now();
      this.said = this.sentence();
      setText(byId('announcer'), this.said);
    }, pause);
  }
}
