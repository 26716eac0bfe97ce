// SPDX-License-Identifier: GPL-3.0-or-later
// A real createzoomd with folders as buckets, in a temporary folder, on a free port of loopback.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long a test waits for anything, in milliseconds: sanitized programs need more. */
export const patience = Number(process.env.WEB_PATIENCE ?? 30000);

export class Server {
  static async start(options = []) {
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), 'createzoom-web-'));
    server.raw = join(server.folder, 'buckets', 'lab', 'raw');
    mkdirSync(server.raw, { recursive: true });
    const data = join(server.folder, 'data');
    // A test that is killed must not leave it behind.
    server.process = spawn('setpriv', ['--pdeathsig', 'KILL', process.env.CREATEZOOMD,
      '--listen', '127.0.0.1:0', '--data', data, '--bucket-url', `file://${join(server.folder, 'buckets')}`,
      '--iam-url', '', '--disk-floor', '0', '--threads', '1', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    server.url = await server.listening();
    server.token = readFileSync(join(data, 'admin-token'), 'utf8').trim();
    return server;
  }

  listening() {
    return new Promise((resolve, reject) => {
      let said = '';
      const timer = setTimeout(() => reject(new Error(`createzoomd does not listen:\n${said}`)), patience);
      const read = (bytes) => {
        said += bytes;
        const match = /Listening on (http:\/\/\S+)/.exec(said);
        if (match) {
          clearTimeout(timer);
          resolve(match[1]);
        }
      };
      this.process.stdout.on('data', read);
      this.process.stderr.on('data', read);
      this.process.on('exit', () => reject(new Error(`createzoomd has ended:\n${said}`)));
    });
  }

  stop() {
    this.process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async call(method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** The job's id. */
  async submit(name, options = {}) {
    const { id } = await this.call('POST', '/api/v1/jobs', { source: { bucket: `lab/raw/${name}` }, target: 'lab/zoom', options });
    return id;
  }

  async waitFor(id, state) {
    const deadline = Date.now() + patience;
    for (;;) {
      const job = await this.call('GET', `/api/v1/jobs/${id}`);
      if (job.state === state) return job;
      if (Date.now() > deadline) throw new Error(`${id} is ${job.state}, not ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
