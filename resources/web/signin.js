// SPDX-License-Identifier: GPL-3.0-or-later
// The first thing to see: what this is, and a token.

import { Api, listPath } from './api.js';
import { el, icon } from './dom.js';

const refusals = {
  0: () => 'The server cannot be reached. Check the connection, then try again.',
  401: () => 'This token is not valid, or it has expired. Sign in again where you got it and copy a new one.',
  403: (problem) => `The token is good, but not for the list of jobs: ${problem.message}. Ask whoever runs this server for an admin’s rights.`,
};

export class SignIn {
  /** `enter(token)` when the server accepts it; `said`: why somebody is here again. */
  constructor(enter, said = '') {
    this.enter = enter;
    this.input = el('input', {
      id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none', required: true,
      'aria-describedby': 'token-hint',
    });
    this.error = el('p', { class: 'form-error', role: 'alert' }, said && icon('warning'), said);
    this.button = el('button', { type: 'submit', class: 'primary' }, 'Sign in');
    this.element = el('section', { class: 'sign-in', 'aria-labelledby': 'sign-in-title' },
      el('img', { src: 'web/icons/createzoom.svg', alt: '', width: 56, height: 56 }),
      el('h1', { id: 'sign-in-title' }, 'CreateZoom'),
      el('p', { class: 'muted' }, 'Turns images of gigabytes into Deep Zoom archives. This page shows the jobs of this server.'),
      el('form', { onsubmit: (event) => this.submit(event) },
        el('label', { for: 'token' }, 'Access token'), this.input,
        el('p', { id: 'token-hint', class: 'muted' }, 'An admin’s token, or the one in DATA/admin-token on the server. It stays in this tab until you close it or sign out.'),
        this.error, this.button),
      el('p', { class: 'muted' }, 'Without a browser: ', el('a', { href: 'docs' }, 'the API'), ', or ', el('code', {}, 'createzoom jobs'), '.'));
  }

  focus() {
    this.input.focus();
  }

  async submit(event) {
    event.preventDefault();
    const token = this.input.value.trim();
    this.say('');
    // A header takes visible characters only; what else was pasted is no token.
    if (!/^[\x21-\x7e]+$/.test(token)) {
      this.refuse('This is no token: it has blanks or letters that no token has.');
      return;
    }
    this.button.disabled = true;
    try {
      await new Api(token).get(listPath({ limit: 1 }));
      this.enter(token);
    } catch (problem) {
      this.refuse((refusals[problem.status] || ((p) => p.message))(problem));
    } finally {
      this.button.disabled = false;
    }
  }

  refuse(text) {
    this.say(text);
    this.input.setAttribute('aria-invalid', 'true');
    this.input.select();
  }

  say(text) {
    this.input.removeAttribute('aria-invalid');
    this.error.replaceChildren(...(text ? [icon('warning'), text] : []));
  }
}
