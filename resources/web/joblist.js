// SPDX-License-Identifier: GPL-3.0-or-later
// The table: one page of the list at a time, so that ten thousand jobs cost no more than a hundred.

import { address } from './address.js';
import { el } from './dom.js';
import { JobRow } from './jobrow.js';

const columns = [
  ['name', 'Name'], ['state', 'State'], ['steps', 'Steps'], ['progress', 'Progress'],
  ['added', 'Added'], ['took', 'Took'], ['size', 'Size'], ['error', 'Error'],
];

export class JobList extends EventTarget {
  constructor(store) {
    super();
    this.store = store;
    this.rows = new Map();
    this.selected = new Set();
    this.checkAll = el('input', { type: 'checkbox', 'aria-label': 'Select all jobs of this page' });
    this.body = el('tbody', { role: 'rowgroup' });
    this.element = el('table', { class: 'jobs', role: 'table', 'aria-label': 'Jobs' },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' },
        el('th', { role: 'columnheader', class: 'cell-check' }, el('label', { class: 'hit' }, this.checkAll)),
        columns.map(([key, word]) => el('th', { role: 'columnheader', scope: 'col', class: `cell-${key}` }, word)))),
      this.body);
    this.listen();
    store.on('page', () => this.showPage());
    store.on('job', (id) => this.showJob(id));
    this.clock = setInterval(() => this.tick(), 1000);
  }

  stop() {
    clearInterval(this.clock);
  }

  listen() {
    this.body.addEventListener('click', (event) => this.clicked(event));
    this.body.addEventListener('change', (event) => {
      if (event.target.matches('.row-check')) this.select(idOf(event.target), event.target.checked);
    });
    this.checkAll.addEventListener('change', () => {
      for (const id of this.store.order) this.mark(id, this.checkAll.checked);
      this.selectionChanged();
    });
  }

  clicked(event) {
    const isLink = event.target.closest('a');
    if (event.target.closest('.hit') || (isLink && (event.ctrlKey || event.metaKey))) return;
    if (!isLink && String(getSelection())) return; // somebody copies a name
    event.preventDefault();
    this.open(idOf(event.target));
  }

  open(id) {
    if (id) address.change({ job: id }, true);
  }

  showPage() {
    const rows = new Map();
    for (const id of this.store.order) {
      const row = this.rows.get(id) || new JobRow(this.store.jobs.get(id));
      row.update(this.store.jobs.get(id));
      rows.set(id, row);
    }
    this.rows = rows;
    const elements = [...rows.values()].map((row) => row.element);
    const isSame = elements.length === this.body.children.length
      && elements.every((element, index) => element === this.body.children[index]);
    if (!isSame) this.replaceRows(elements);
    for (const id of this.selected) if (!rows.has(id)) this.selected.delete(id);
    this.showCurrent(this.current);
    this.selectionChanged();
  }

  /** The keyboard stays where it is. */
  replaceRows(elements) {
    const focused = document.activeElement?.closest?.('tr')?.contains(document.activeElement) ? document.activeElement : null;
    this.body.replaceChildren(...elements);
    if (focused && this.body.contains(focused)) focused.focus({ preventScroll: true });
  }

  showJob(id) {
    const row = this.rows.get(id);
    const job = this.store.jobs.get(id);
    if (row && job) row.update(job);
  }

  tick() {
    for (const row of this.rows.values()) if (row.job.state === 'running' || row.job.state === 'stopping') row.tick();
  }

  /** Whose details are open. */
  showCurrent(id) {
    this.current = id;
    for (const [key, row] of this.rows) {
      row.element.classList.toggle('is-current', key === id);
      if (key === id) row.element.setAttribute('aria-current', 'true');
      else row.element.removeAttribute('aria-current');
      row.link.href = address.href({ job: key });
    }
  }

  select(id, isSelected) {
    this.mark(id, isSelected);
    this.selectionChanged();
  }

  mark(id, isSelected) {
    if (isSelected) this.selected.add(id);
    else this.selected.delete(id);
    const row = this.rows.get(id);
    if (!row) return;
    row.check.checked = isSelected;
    row.element.classList.toggle('is-selected', isSelected);
  }

  clearSelection() {
    for (const id of [...this.selected]) this.mark(id, false);
    this.selectionChanged();
  }

  selectionChanged() {
    const isAll = this.rows.size > 0 && this.selected.size === this.rows.size;
    this.checkAll.checked = isAll;
    this.checkAll.indeterminate = this.selected.size > 0 && !isAll;
    this.dispatchEvent(new Event('selection'));
  }

  /** The row that has the keyboard, else the one whose details are open. */
  focusedId() {
    return idOf(document.activeElement) || this.current || '';
  }

  moveFocus(step) {
    const ids = this.store.order;
    if (!ids.length) return;
    const at = ids.indexOf(this.focusedId());
    const next = at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + step));
    const { link } = this.rows.get(ids[next]);
    link.focus();
    link.closest('tr').scrollIntoView({ block: 'nearest' });
  }
}

function idOf(element) {
  return element?.closest?.('tr[data-id]')?.dataset.id || '';
}
