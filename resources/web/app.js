// SPDX-License-Identifier: GPL-3.0-or-later
// Signed out or signed in: one of two things on the page.

import { Board } from './board.js';
import { byId } from './dom.js';
import { clearMessages } from './messages.js';
import { session } from './session.js';
import { SignIn } from './signin.js';

let board = null;

function leave() {
  board?.stop();
  board = null;
  clearMessages();
  document.title = 'CreateZoom';
}

function showSignIn(said) {
  leave();
  session.token = '';
  document.body.classList.remove('is-signed-in');
  const signIn = new SignIn(showBoard, said);
  byId('main').replaceChildren(signIn.element);
  byId('status').replaceChildren();
  signIn.focus();
}

function showBoard(token) {
  leave();
  session.token = token;
  document.body.classList.add('is-signed-in');
  board = new Board(token, () => showSignIn('Your token holds no longer: sign in with a new one.'));
  byId('main').replaceChildren(board.element);
  byId('status').replaceChildren(...board.statusElements);
  board.start();
}

byId('sign-out').addEventListener('click', () => showSignIn());
document.querySelector('[data-skip]').addEventListener('click', (event) => {
  event.preventDefault();
  (byId('jobs-region') || byId('main')).focus();
});

if (session.token) showBoard(session.token);
else showSignIn();
