// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above the list for what holds for a while, and short notes on what was just done.

import { byId, el, icon } from './dom.js';

const tones = { warning: 'warning', bad: 'state-failed', accent: 'state-paused' };

/** { key, tone, text, button: { word, run } }; null takes the message of that key away. */
export function showMessage(key, message) {
  const bar = byId('messages');
  const old = [...bar.children].find((child) => child.dataset.key === key);
  if (!message) {
    old?.remove();
    return;
  }
  if (old?.dataset.text === message.text) return;
  const { tone, text, button } = message;
  const row = el('div', { class: `message tone-${tone}`, role: 'status', 'data-key': key, 'data-text': text },
    icon(tones[tone]), el('span', { class: 'message-text' }, text),
    button && el('button', { type: 'button', onclick: button.run }, button.word));
  if (old) old.replaceWith(row);
  else bar.append(row);
}

export function clearMessages() {
  byId('messages').replaceChildren();
}

export function toast(text, tone = 'neutral') {
  const note = el('div', { class: `toast tone-${tone}` }, text);
  byId('toasts').append(note);
  setTimeout(() => note.remove(), tone === 'bad' ? 9000 : 4500);
}
