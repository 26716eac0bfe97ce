// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the board. None while somebody types or a question is open; none with Ctrl, Alt or Meta.

import { address } from './address.js';
import { showKeys } from './dialogs.js';

export function listenToKeys(board, signal) {
  const { list, details, search } = board;
  const steps = {
    '/': () => search.focus(),
    '?': () => showKeys(),
    j: () => list.moveFocus(1),
    k: () => list.moveFocus(-1),
    x: () => {
      const id = list.focusedId();
      if (list.rows.has(id)) list.select(id, !list.selected.has(id));
    },
    '[': () => address.read().job && details.moveTab(-1),
    ']': () => address.read().job && details.moveTab(1),
    Escape: () => address.read().job && board.closeDetails(),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
    if (event.target.matches('input:not([type=checkbox]), textarea, select')) {
      if (event.key === 'Escape' && event.target === search) board.clearSearch();
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }, { signal });
}
