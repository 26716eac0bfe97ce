// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this token may change anything. Who may only look sees every button, disabled, with the reason.

export const rights = Object.assign(new EventTarget(), {
  reason: '', // why not; empty: it may

  /** Asks for a change that is none: an empty body is refused for what it is, or for who sent it. */
  async probe(api) {
    try {
      await api.send('PUT', 'api/v1/queue', {});
    } catch (problem) {
      this.learn(problem);
    }
  },

  /** True when the problem was one of rights. */
  learn(problem) {
    if (problem.status !== 403) return false;
    this.set(problem.message);
    return true;
  },

  set(reason) {
    if (this.reason === reason) return;
    this.reason = reason;
    this.dispatchEvent(new Event('change'));
  },
});

/** Disabled, but still there for keyboard and screen reader, so that the reason can be read. */
export function markAllowed(button, hint = '') {
  const reason = rights.reason && `You may look, not change: ${rights.reason}`;
  if (reason) button.setAttribute('aria-disabled', 'true');
  else button.removeAttribute('aria-disabled');
  button.title = reason || hint;
}

export function isDisabled(button) {
  return button.getAttribute('aria-disabled') === 'true';
}
