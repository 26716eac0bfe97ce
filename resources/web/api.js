// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of /api/v1. The token travels in the Authorization header, never in an address.

/** What went wrong, in the form of RFC 9457; status 0: no answer at all. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || (status ? `The server answered ${status}` : 'The server cannot be reached'));
    this.status = status;
    this.code = body.code || (status ? '' : 'E_OFFLINE');
    this.requestId = body.request_id || '';
  }
}

export class Api {
  constructor(token) {
    this.token = token;
  }

  /** Relative to the page: the service may lie below a path of a proxy. */
  static url(path) {
    return new URL(path, document.baseURI).href;
  }

  authorization() {
    return { Authorization: `Bearer ${this.token}` };
  }

  async response(path, { method = 'GET', body, signal, headers = {} } = {}) {
    const fields = { ...this.authorization(), ...headers };
    if (body !== undefined) fields['Content-Type'] = 'application/json';
    let response;
    try {
      response = await fetch(Api.url(path), {
        method,
        signal,
        headers: fields,
        body: body === undefined ? undefined : JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new Problem(0);
    }
    if (response.ok) return response;
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }

  async json(path, options) {
    const response = await this.response(path, options);
    return response.status === 204 ? null : response.json();
  }

  get(path, signal) {
    return this.json(path, { signal });
  }

  send(method, path, body) {
    return this.json(path, { method, body });
  }
}

export function jobPath(id, below = '') {
  return `api/v1/jobs/${encodeURIComponent(id)}${below}`;
}

/** { state: ['failed'], q: 'x', limit: 100 } -> "api/v1/jobs?state=failed&q=x&limit=100"; empty ones are left out. */
export function listPath(query) {
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text) fields.set(key, text);
  }
  return `api/v1/jobs?${fields}`;
}
