// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by state; one click filters.

import { address } from './address.js';
import { el, icon, setText } from './dom.js';
import { count } from './format.js';
import { countOf, filters } from './states.js';

export class FilterPane {
  constructor(store) {
    this.store = store;
    this.rows = new Map(filters.map((filter) => [filter.key, this.row(filter)]));
    this.element = el('nav', { class: 'filters', 'aria-label': 'Filter by state' },
      [...this.rows.values()].map((row) => row.link));
    store.on('counts', () => this.showCounts());
    this.showCounts();
  }

  row(filter) {
    const number = el('span', { class: 'number' });
    const link = el('a', { class: `filter filter-${filter.key}`, href: '#' }, icon(filter.icon), el('span', { class: 'word' }, filter.word), number);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      address.change({ filter: filter.key === 'all' ? '' : filter.key });
    });
    return { filter, link, number };
  }

  showCounts() {
    for (const { filter, link, number } of this.rows.values()) {
      const jobs = countOf(filter, this.store.counts);
      setText(number, count(jobs));
      link.classList.toggle('is-empty', jobs === 0);
    }
  }

  showChosen(key) {
    for (const { filter, link } of this.rows.values()) {
      link.href = address.href({ filter: filter.key === 'all' ? '' : filter.key });
      if (filter.key === key) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}
