// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows: the jobs of one page of the list, the job whose details are open, counts, and the queue. Fed by
// pages of the list and by events or polls alike: of two versions of a job the one with the higher revision counts.
//
// Events: 'page' the rows are others; 'job' (detail: id) a job changed; 'counts'; 'queue';
//         'stale' counts and rows may be others now: somebody should ask for the page again.

export class JobStore extends EventTarget {
  constructor() {
    super();
    this.jobs = new Map();
    this.order = [];
    this.counts = {};
    this.paused = null; // of the queue; null: not known yet
    this.nextCursor = null;
    this.watched = null;
    this.otherStates = new Map(); // of jobs that are not shown: only a change of state concerns the counts
  }

  setPage({ jobs, counts, next_cursor: nextCursor }) {
    const before = this.jobs;
    this.jobs = new Map();
    this.order = jobs.map((job) => job.id);
    for (const job of jobs) this.jobs.set(job.id, newer(before.get(job.id), job));
    if (this.watched && !this.jobs.has(this.watched) && before.has(this.watched))
      this.jobs.set(this.watched, before.get(this.watched));
    this.counts = counts;
    this.nextCursor = nextCursor;
    this.emit('counts');
    this.emit('page');
    if (this.watched) this.emit('job', this.watched);
  }

  watch(id) {
    if (this.watched && !this.order.includes(this.watched)) this.jobs.delete(this.watched);
    this.watched = id;
  }

  apply(jobs) {
    let isStale = false;
    for (const job of jobs) isStale = this.applyOne(job) || isStale;
    if (isStale) this.emit('stale');
  }

  applyOne(job) {
    const known = this.jobs.get(job.id);
    const isShown = known || job.id === this.watched;
    const stateBefore = known?.state ?? this.otherStates.get(job.id);
    if (known && known.revision >= job.revision) return false;
    if (isShown) {
      this.jobs.set(job.id, job);
      this.emit('job', job.id);
    } else {
      this.otherStates.set(job.id, job.state);
    }
    return stateBefore !== job.state;
  }

  remove(ids) {
    if (!ids.length) return;
    for (const id of ids) {
      this.jobs.delete(id);
      this.otherStates.delete(id);
      this.emit('job', id);
    }
    this.emit('stale');
  }

  setPaused(paused) {
    if (this.paused === paused) return;
    this.paused = paused;
    this.emit('queue');
  }

  on(name, listener) {
    this.addEventListener(name, (event) => listener(event.detail));
  }

  emit(name, detail) {
    this.dispatchEvent(Object.assign(new Event(name), { detail }));
  }
}

function newer(known, job) {
  return known && known.revision > job.revision ? known : job;
}
