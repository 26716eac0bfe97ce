// SPDX-License-Identifier: GPL-3.0-or-later
// Filter, search and the open job live in the page's address, behind '#': they survive a reload and can be sent to
// somebody else. The token never does.

const keys = ['filter', 'q', 'job', 'tab'];

export const address = {
  read() {
    const fields = new URLSearchParams(location.hash.slice(1));
    return Object.fromEntries(keys.map((key) => [key, fields.get(key) || '']));
  },

  href(changes) {
    const fields = new URLSearchParams();
    const wanted = { ...this.read(), ...changes };
    for (const key of keys) if (wanted[key]) fields.set(key, wanted[key]);
    return `#${fields}`;
  },

  /** `isStep`: the browser's Back button undoes it. */
  change(changes, isStep = false) {
    const href = this.href(changes);
    if (href === (location.hash || '#')) return;
    history[isStep ? 'pushState' : 'replaceState'](null, '', href);
    window.dispatchEvent(new Event('addresschange'));
  },

  onChange(listener, signal) {
    for (const name of ['addresschange', 'popstate', 'hashchange'])
      window.addEventListener(name, listener, { signal });
  },
};
