// SPDX-License-Identifier: GPL-3.0-or-later
// Elements are made here and nowhere else. Names of files and users, errors and logs are untrusted: text only ever
// becomes text nodes, and no markup is ever parsed (tests/web/sources.test.mjs).

/** el('button', { class: 'quiet', onclick: f, 'aria-label': 'Close' }, 'text', child, null) */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value' || key === 'checked') element[key] = value;
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** One of resources/icons, in the colour of the text. The words beside it say the same. */
export function icon(name) {
  const element = el('span', { class: 'icon', 'aria-hidden': 'true' });
  const url = `url("${new URL(`web/icons/${name}.svg`, document.baseURI)}")`;
  element.style.setProperty('mask-image', url);
  element.style.setProperty('-webkit-mask-image', url);
  return element;
}

/** Writes only what differs: an unchanged node keeps its selection, and no screen reader reads it again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function byId(id) {
  return document.getElementById(id);
}

/** True when it worked. Plain HTTP beyond localhost has no clipboard API. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el('textarea', { class: 'unseen', value: text, readonly: true });
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}

export function copyButton(label, text) {
  const button = el('button', { type: 'button', class: 'quiet small' }, icon('copy'), el('span', {}, label));
  button.addEventListener('click', async () => {
    const word = button.lastChild;
    setText(word, (await copyText(text())) ? 'Copied' : 'Select and copy by hand');
    setTimeout(() => setText(word, label), 1500);
  });
  return button;
}
