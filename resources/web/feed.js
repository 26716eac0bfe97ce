// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a JobStore as the server is: by its stream of events, and where there is none (an older server, a proxy that
// buffers) by asking every two seconds what changed. Either way the store gets the same.

import { eventsOf } from './eventstream.js';

const pollEvery = 2000;
const pollEveryHidden = 15000;
const slowest = 15000;
const pollsBetweenStreams = 15;
const beforeReopening = 1000;
const silence = 40000; // a comment comes every 15 s
const pageOfChanges = 500;

const wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });

export class Feed {
  /** status('live' | 'polling' | 'offline', Problem); refused(Problem) when the token holds no more. */
  constructor(api, store, { status, refused }) {
    this.api = api;
    this.store = store;
    this.status = status;
    this.refused = refused;
    this.revision = 0;
    this.aborter = new AbortController();
  }

  /** `revision`: that of the page which the store has. */
  start(revision) {
    this.revision = revision;
    this.run();
  }

  stop() {
    this.aborter.abort();
  }

  get isStopped() {
    return this.aborter.signal.aborted;
  }

  async run() {
    while (!this.isStopped) {
      const wasOpen = await this.stream();
      if (wasOpen) await wait(beforeReopening, this.aborter.signal); // servers end streams now and then
      else await this.poll(pollsBetweenStreams);
    }
  }

  /** Until it breaks. False: it could not be opened. */
  async stream() {
    const connection = new AbortController();
    const end = () => connection.abort();
    this.aborter.signal.addEventListener('abort', end, { once: true });
    window.addEventListener('offline', end, { once: true, signal: connection.signal });
    let watchdog;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(end, silence);
    };
    let isOpen = false;
    try {
      alive();
      const response = await this.api.response('api/v1/events', {
        signal: connection.signal,
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(this.revision) },
      });
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return false;
      isOpen = true;
      this.status('live');
      for await (const event of eventsOf(response.body)) {
        alive();
        if (event) this.take(event);
      }
    } catch (problem) {
      this.judge(problem);
    } finally {
      clearTimeout(watchdog);
      end();
    }
    return isOpen;
  }

  take({ id, event, data }) {
    const value = JSON.parse(data);
    if (event === 'state' || event === 'progress') this.store.apply([value]);
    else if (event === 'removed') this.store.remove([value.id]);
    else if (event === 'queue') this.store.setPaused(value.paused);
    if (/^\d+$/.test(id)) this.revision = Math.max(this.revision, Number(id));
  }

  async poll(times) {
    let pause = pollEvery;
    let wasAway = false;
    for (let left = times; left > 0 && !this.isStopped;) {
      try {
        const wasFull = await this.askOnce();
        this.status('polling');
        left = wasAway ? 0 : left - 1; // it is back: so may its stream be
        pause = document.hidden ? pollEveryHidden : pollEvery;
        if (wasFull) continue;
      } catch (problem) {
        if (this.judge(problem)) return;
        this.status('offline', problem);
        wasAway = true;
        pause = Math.min(pause * 2, slowest);
      }
      await wait(pause, this.aborter.signal);
    }
  }

  /** True when there is more to ask for. */
  async askOnce() {
    const signal = this.aborter.signal;
    const changes = await this.api.get(
      `api/v1/jobs?changed_after=${this.revision}&limit=${pageOfChanges}`, signal);
    this.store.remove(changes.removed);
    this.store.apply(changes.jobs);
    this.revision = changes.revision;
    const queue = await this.api.get('api/v1/queue', signal);
    this.store.setPaused(queue.paused);
    return changes.jobs.length >= pageOfChanges;
  }

  judge(problem) {
    const isRefusal = problem.status === 401 || problem.status === 403;
    if (isRefusal) {
      this.stop();
      this.refused(problem);
    }
    return isRefusal || this.isStopped;
  }
}

