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

  /** A file as the body; told(part) from 0 to 1 while it goes. fetch() would not say how far it is. */
  upload(path, file, told, signal) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const answer = () => (request.response && typeof request.response === 'object' ? request.response : {});
      request.open('POST', Api.url(path));
      request.responseType = 'json';
      for (const [name, value] of Object.entries(this.authorization())) request.setRequestHeader(name, value);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.addEventListener('progress', (event) => event.total && told(event.loaded / event.total));
      request.addEventListener('load', () =>
        (request.status < 300 ? resolve(answer()) : reject(new Problem(request.status, answer()))));
      request.addEventListener('error', () => reject(new Problem(0)));
      request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file);
    });
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
