// SPDX-License-Identifier: GPL-3.0-or-later
// A job's log, followed while the job goes on: by its events, or by asking where there are none.

import { jobPath } from './api.js';
import { copyButton, el, setText } from './dom.js';
import { eventsOf } from './eventstream.js';
import { hasEnded } from './states.js';

const every = 2000;
const levels = { warning: 'warning', error: 'bad', critical: 'bad' };

export class LogTab {
  constructor(api) {
    this.api = api;
    this.lines = [];
    this.follow = el('input', { type: 'checkbox', checked: true });
    this.search = el('input', { type: 'search', placeholder: 'Find in the log', 'aria-label': 'Find in the log' });
    this.note = el('p', { class: 'muted' }, 'Loading…');
    this.box = el('div', { class: 'log', role: 'log', 'aria-label': 'Log', tabindex: 0 });
    this.element = el('div', { class: 'log-tab' },
      el('div', { class: 'row' }, this.search, el('label', { class: 'check' }, this.follow, 'Follow'), copyButton('Copy', () => this.lines.join('\n'))),
      this.note, this.box);
    this.search.addEventListener('input', () => this.showLines(true));
  }

  show(job) {
    const isFirst = !this.job;
    const hasChanged = this.job?.state !== job.state;
    this.job = job;
    if (isFirst || hasChanged) this.load();
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.stream?.abort();
  }

  async load() {
    clearTimeout(this.timer);
    this.stream?.abort();
    const stream = new AbortController();
    this.stream = stream;
    try {
      const { lines } = await this.api.get(jobPath(this.job.id, '/log'), stream.signal);
      this.take(lines);
      if (!hasEnded(this.job)) await this.followEvents(stream.signal);
    } catch (problem) {
      if (stream.signal.aborted) return;
      setText(this.note, `The log cannot be read: ${problem.message}`);
    }
    if (!stream.signal.aborted && !hasEnded(this.job)) this.timer = setTimeout(() => this.load(), every);
  }

  take(lines) {
    const isLonger = lines.length !== this.lines.length || lines.at(-1) !== this.lines.at(-1);
    this.lines = lines;
    setText(this.note, lines.length ? '' : 'Nothing has been written yet.');
    if (isLonger) this.showLines(false);
  }

  /** Until the stream ends; without one the log is asked for again. */
  async followEvents(signal) {
    const response = await this.api.response(jobPath(this.job.id, '/events'), {
      signal, headers: { Accept: 'text/event-stream', 'Last-Event-ID': `0.${this.lines.length}` },
    }).catch(() => null);
    if (!response?.headers.get('content-type')?.startsWith('text/event-stream')) return;
    for await (const event of eventsOf(response.body))
      if (event?.event === 'log') this.take([...this.lines, JSON.parse(event.data).line]);
  }

  showLines(isNewSearch) {
    const word = this.search.value.toLowerCase();
    const shown = this.lines.filter((line) => line.toLowerCase().includes(word));
    const kept = isNewSearch ? 0 : this.keptRows(shown);
    this.box.replaceChildren(...[...this.box.children].slice(0, kept), ...shown.slice(kept).map(lineElement));
    this.shown = shown;
    if (word) setText(this.note, `${shown.length} of ${this.lines.length} lines`);
    if (this.follow.checked) this.box.scrollTop = this.box.scrollHeight;
  }

  /** How many of the rows that are there begin the new list as well. */
  keptRows(shown) {
    let same = 0;
    while (this.shown && same < shown.length && this.shown[same] === shown[same]) same += 1;
    return same;
  }
}

/** "2026-11-26T03:24:24.788Z info download begins" */
function lineElement(line) {
  const match = /^(\S+T(\S+?)\.?\d*Z) (\w+) (.*)$/s.exec(line);
  if (!match) return el('div', { class: 'line' }, line);
  const [, time, clock, level, text] = match;
  return el('div', { class: `line tone-${levels[level] || 'plain'}` },
    el('time', { datetime: time, title: time }, clock), el('span', { class: 'level' }, level), el('span', { class: 'line-text' }, text));
}
