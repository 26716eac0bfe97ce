// SPDX-License-Identifier: GPL-3.0-or-later
// Where the token is kept: as long as this tab lives, and for no other tab.

const key = 'createzoom-token';

export const session = {
  get token() {
    return sessionStorage.getItem(key) || '';
  },
  set token(token) {
    if (token) sessionStorage.setItem(key, token);
    else sessionStorage.removeItem(key);
  },
};
