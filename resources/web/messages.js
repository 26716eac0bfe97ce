// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above the list for what holds for a while, and short notes on what was just done.

import { byId, el, icon, setText } from './dom.js';

const tones = { warning: 'warning', bad: 'state-failed', accent: 'information' };

/** { key, tone, text, button: { word, run } }; null takes the message of that key away. */
export function showMessage(key, message) {
  const bar = byId('messages');
  const old = [...bar.children].find((child) => child.dataset.key === key);
  if (!message) {
    old?.remove();
    return;
  }
  const { tone, text, button } = message;
  if (old && old.dataset.tone === tone && Boolean(old.querySelector('button')) === Boolean(button)) {
    setText(old.querySelector('.message-text'), text);
    return;
  }
  const row = el('div', { class: `message tone-${tone}`, role: 'status', 'data-key': key, 'data-tone': tone },
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
