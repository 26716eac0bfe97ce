// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the list: made once, then only what differs is written.

import { address } from './address.js';
import { el, icon, setText } from './dom.js';
import { errorOf } from './errorwords.js';
import { between, bytes, duration, folderOf, fullTime, moment, nameOf, percent, placeOf, timeOfDay } from './format.js';
import { hasEnded, stages, stateOf, stepsOf } from './states.js';

const cell = (name, ...children) => el('td', { role: 'cell', class: `cell-${name}` }, ...children);

/** What the word for the state leaves open: which step runs, when it goes on. */
function stateNote(job) {
  if (job.pause_wanted) return 'pausing';
  if (job.state === 'running') return stages[job.stage] || job.stage;
  return job.state === 'retry_wait' && job.ready_at ? `at ${timeOfDay(job.ready_at)}` : '';
}

export function stateMark(job) {
  const { word, icon: shape, tone } = stateOf(job);
  const note = stateNote(job);
  return el('span', { class: `state tone-${tone}` }, icon(shape), el('span', { class: 'state-words' },
    el('span', {}, word), note && el('span', { class: 'state-note' }, note)));
}

const stepWords = { done: 'done', active: 'running', failed: 'failed', open: 'not yet' };

export function stepSegments(job) {
  const steps = stepsOf(job);
  return el('span', {
    class: 'segments', role: 'img', 'aria-label': steps.map((step) => `${stages[step.stage]} ${stepWords[step.state]}`).join(', '),
    title: steps.map((step) => `${stages[step.stage]}: ${stepWords[step.state]}`).join('\n'),
  }, steps.map((step) => el('span', { class: `segment is-${step.state}` })));
}

export function tookText(job) {
  return duration(between(job.started_at, hasEnded(job) ? job.ended_at || job.updated_at : null));
}

export class JobRow {
  constructor(job) {
    this.check = el('input', { type: 'checkbox', class: 'row-check' });
    this.link = el('a', { class: 'name' });
    this.folder = el('span', { class: 'folder' });
    this.state = cell('state');
    this.steps = cell('steps');
    this.bar = el('progress', { max: 100, value: 0 });
    this.percent = el('span', { class: 'percent' });
    this.added = el('time');
    this.took = cell('took');
    this.size = cell('size');
    this.error = cell('error');
    this.element = el('tr', { role: 'row', 'data-id': job.id },
      cell('check', el('label', { class: 'hit' }, this.check)),
      cell('name', this.link, this.folder),
      this.state, this.steps, cell('progress', this.bar, this.percent), cell('added', this.added), this.took, this.size, this.error);
    this.update(job);
  }

  update(job) {
    if (this.job === job) return;
    const before = this.job;
    this.job = job;
    const name = nameOf(job);
    setText(this.link, name);
    this.link.title = placeOf(job.source);
    this.link.href = address.href({ job: job.id });
    setText(this.folder, folderOf(job));
    this.check.setAttribute('aria-label', `Select ${name}`);
    const look = [job.state, job.stage, stateNote(job)].join();
    if (!before || look !== this.look) {
      this.state.replaceChildren(stateMark(job));
      this.steps.replaceChildren(stepSegments(job));
    }
    this.look = look;
    this.updateNumbers(job, name);
  }

  updateNumbers(job, name) {
    const done = percent(job);
    this.bar.value = done;
    this.bar.setAttribute('aria-label', `Progress of ${name}`);
    this.bar.className = `tone-${stateOf(job).tone}`;
    setText(this.percent, `${done} %`);
    setText(this.added, moment(job.created_at));
    this.added.dateTime = job.created_at || '';
    this.added.title = fullTime(job.created_at);
    setText(this.size, bytes(job.facts?.source_bytes));
    const message = errorOf(job)?.message || '';
    setText(this.error, message);
    this.error.title = message;
    this.tick();
  }

  /** Each second: how long it takes so far. */
  tick() {
    setText(this.took, tookText(this.job));
  }
}
