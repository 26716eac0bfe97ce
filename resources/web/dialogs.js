// SPDX-License-Identifier: GPL-3.0-or-later
// Questions. Escape and Cancel answer null.

import { el } from './dom.js';

/** `build(close)` makes the content; the promise gives what close() was called with. */
export function openDialog(title, build, className = '') {
  return new Promise((resolve) => {
    const heading = el('h2', { id: 'dialog-title' }, title);
    const dialog = el('dialog', { class: className, 'aria-labelledby': 'dialog-title' }, heading);
    let answer = null;
    const close = (value = null) => {
      answer = value;
      dialog.close();
    };
    dialog.append(...[build(close)].flat());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function answers(close, word, tone) {
  return el('div', { class: 'answers' },
    el('button', { type: 'button', onclick: () => close() }, 'Cancel'),
    el('button', { type: 'submit', class: tone }, word));
}

function form(close, answer, ...children) {
  return el('form', {
    onsubmit: (event) => {
      event.preventDefault();
      close(answer());
    },
  }, ...children);
}

/** True or null. */
export function confirmed({ title, text, word, isDangerous = false }) {
  return openDialog(title, (close) =>
    form(close, () => true, el('p', {}, text), answers(close, word, isDangerous ? 'dangerous' : 'primary')));
}

/** A token or null. */
export function askToken({ title, text, word }) {
  return openDialog(title, (close) => {
    const input = el('input', {
      type: 'password', id: 'fresh-token', autocomplete: 'off', spellcheck: 'false', required: true, autofocus: true,
    });
    return form(close, () => input.value.trim(),
      el('p', {}, text),
      el('label', { for: 'fresh-token' }, 'Token of whoever owns the bucket'), input,
      answers(close, word, 'primary'));
  });
}

const keys = [
  ['/', 'search'],
  ['j, k', 'next, previous job'],
  ['Enter', 'details of the job'],
  ['x', 'select the job'],
  ['Esc', 'close the details, empty the search'],
  ['[ ]', 'previous, next tab of the details'],
  ['?', 'this list'],
];

export function showKeys() {
  return openDialog('Keyboard shortcuts', (close) => [
    el('dl', { class: 'keys' }, keys.map(([key, meaning]) => [
      el('dt', {}, key.split(' ').map((part) => el('kbd', {}, part.replace(',', '')))), el('dd', {}, meaning),
    ]).flat()),
    el('p', { class: 'muted' }, 'In the preview: + and − zoom, arrows move, 0 shows the whole image.'),
    el('div', { class: 'answers' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close() }, 'Close')),
  ]);
}
