// SPDX-License-Identifier: GPL-3.0-or-later
// The states of jobs: their words, shapes, colours, and which filter has them.

export const states = {
  waiting: { word: 'Waiting', icon: 'state-waiting', tone: 'neutral' },
  running: { word: 'Running', icon: 'state-running', tone: 'accent' },
  stopping: { word: 'Stopping…', icon: 'state-stopping', tone: 'neutral' },
  paused: { word: 'Paused', icon: 'state-paused', tone: 'neutral' },
  retry_wait: { word: 'Retrying', icon: 'state-retry-wait', tone: 'warning' },
  blocked: { word: 'Blocked', icon: 'state-blocked', tone: 'warning' },
  needs_token: { word: 'Needs a token', icon: 'state-needs-token', tone: 'warning' },
  interrupted: { word: 'Interrupted', icon: 'state-interrupted', tone: 'warning' },
  failed: { word: 'Failed', icon: 'state-failed', tone: 'bad' },
  done: { word: 'Done', icon: 'state-done', tone: 'good' },
  skipped: { word: 'Skipped', icon: 'state-skipped', tone: 'neutral' },
  cancelled: { word: 'Cancelled', icon: 'state-cancelled', tone: 'neutral' },
};

/** A newer server may have other states: shown by their own word. */
export function stateOf(job) {
  return states[job.state] || { word: job.state, icon: 'state-stopping', tone: 'neutral' };
}

export const filters = [
  { key: 'all', word: 'All', icon: 'list', states: [] },
  { key: 'running', word: 'Running', icon: 'state-running', states: ['running', 'stopping'] },
  { key: 'waiting', word: 'Waiting', icon: 'state-waiting', states: ['waiting', 'retry_wait', 'blocked'] },
  { key: 'paused', word: 'Paused', icon: 'state-paused', states: ['paused'] },
  { key: 'attention', word: 'Needs attention', icon: 'warning', states: ['failed', 'interrupted', 'needs_token'] },
  { key: 'done', word: 'Done', icon: 'state-done', states: ['done'] },
  { key: 'ended', word: 'Cancelled, skipped', icon: 'state-cancelled', states: ['cancelled', 'skipped'] },
];

export function filterOf(key) {
  return filters.find((filter) => filter.key === key) || filters[0];
}

export function countOf(filter, counts) {
  const wanted = filter.states.length ? filter.states : Object.keys(counts);
  return wanted.reduce((sum, state) => sum + (counts[state] || 0), 0);
}

const ended = ['done', 'failed', 'cancelled', 'skipped', 'interrupted'];

export function hasEnded(job) {
  return ended.includes(job.state);
}

export const stages = {
  download: 'Download',
  process: 'Pyramid',
  upload: 'Upload',
};

export const phases = {
  checking: 'checking',
  downloading: 'downloading',
  pyramid: 'making the pyramid',
  packing: 'packing and verifying',
  uploading: 'uploading',
};

/** [{ stage, state: 'done' | 'active' | 'failed' | 'open' }] */
export function stepsOf(job) {
  const passed = Object.keys(stages).filter(
    (stage) => (stage !== 'download' || !job.source?.path) && (stage !== 'upload' || !job.target?.path));
  const at = passed.indexOf(job.stage);
  const here = { running: 'active', stopping: 'active', failed: 'failed', interrupted: 'failed' }[job.state] || 'open';
  return passed.map((stage, index) => {
    if (job.state === 'done' || index < at) return { stage, state: 'done' };
    return { stage, state: index === at ? here : 'open' };
  });
}
