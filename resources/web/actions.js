// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to jobs: one at a time, to those that are selected, to all that a filter has.

import { jobPath, listPath } from './api.js';
import { askToken, confirmed } from './dialogs.js';
import { count, nameOf, plural } from './format.js';
import { toast } from './messages.js';
import { rights } from './rights.js';

const runAgain = ['failed', 'cancelled', 'interrupted'];

export const actions = {
  retry: {
    word: 'Retry', icon: 'retry', states: runAgain, path: '/retry', past: 'Queued again', done: 'queued again',
  },
  pause: {
    word: 'Pause', icon: 'state-paused', states: ['waiting', 'running', 'retry_wait', 'blocked'], path: '/pause', past: 'Paused', done: 'paused',
  },
  resume: { word: 'Resume', icon: 'state-running', states: ['paused'], path: '/resume', past: 'Resumed', done: 'resumed' },
  cancel: {
    word: 'Cancel job', bulkWord: 'Cancel', icon: 'cancel',
    states: ['waiting', 'running', 'paused', 'retry_wait', 'blocked', 'needs_token', 'interrupted'],
    method: 'DELETE', path: '', past: 'Cancelled', done: 'cancelled',
    question: 'What it has done so far is thrown away. It can be retried later.',
  },
  remove: {
    word: 'Remove from the list', bulkWord: 'Remove', icon: 'remove',
    states: ['done', 'failed', 'cancelled', 'skipped'], path: '/remove', past: 'Removed', done: 'removed',
    question: 'Its entry and its log go; an archive that was delivered stays where it is.',
  },
};

export function isOffered(action, job) {
  const isLocal = !job.source?.bucket && !job.target?.bucket;
  return action.states.includes(job.state) || (action === actions.retry && isLocal && ['done', 'skipped'].includes(job.state));
}

function perform(api, action, job, body) {
  return api.send(action.method || 'POST', jobPath(job.id, action.path), body);
}

/** The job as it is afterwards; null when it is gone or nothing was done. */
export async function act(api, action, job) {
  const name = nameOf(job);
  if (action.question) {
    const title = `${action.bulkWord} ${name}?`;
    const isSure = await confirmed({ title, text: action.question, word: action.bulkWord, isDangerous: true });
    if (!isSure) return null;
  }
  try {
    const after = await perform(api, action, job);
    toast(`${action.past}: ${name}`, 'good');
    return after;
  } catch (problem) {
    if (action === actions.retry && problem.status === 409 && problem.code === 'E_AUTH_EXPIRED')
      return retryWithToken(api, job, problem);
    report(problem, `${name} could not be ${action.done}`);
    return null;
  }
}

async function retryWithToken(api, job, problem) {
  const token = await askToken({ title: `Retry ${nameOf(job)}`, text: `${problem.message}.`, word: 'Retry' });
  if (!token) return null;
  try {
    const after = await perform(api, actions.retry, job, { token });
    toast(`Queued again: ${nameOf(job)}`, 'good');
    return after;
  } catch (again) {
    report(again, `${nameOf(job)} could not be queued again`);
    return null;
  }
}

export function report(problem, attempt) {
  rights.learn(problem);
  toast(`${attempt}: ${problem.message}`, 'bad');
}

/** `scope`: { ids: [...] } or { filter: { state, q }, expect_count: n }. */
export async function actOnMany(api, key, scope) {
  const action = actions[key];
  const number = scope.ids ? scope.ids.length : scope.expect_count;
  const text = action.question || 'Jobs whose state does not allow it stay as they are.';
  const title = `${action.bulkWord || action.word} ${plural(number, 'job')}?`;
  const isSure = await confirmed({ title, text, word: `${action.bulkWord || action.word} ${count(number)}`, isDangerous: Boolean(action.question) });
  if (!isSure) return false;
  try {
    tell(action, await api.send('POST', 'api/v1/jobs:batch', { action: key, ...scope }));
    return true;
  } catch (problem) {
    const isOutdated = problem.status === 409 || problem.status === 412;
    report(problem, isOutdated ? 'The number of jobs has changed, nothing was done' : 'Nothing was done');
    return false;
  }
}

/** The answer names what was refused, and why. */
function tell(action, answer) {
  const results = answer?.results || [];
  const refused = results.filter((result) => result.error);
  const done = answer?.done ?? results.length - refused.length;
  const reasons = [...new Set(refused.map((result) => result.error.detail || result.error.message || result.error))];
  const tail = refused.length ? `; ${count(refused.length)} not: ${reasons[0]}` : '';
  toast(`${plural(done, 'job')} ${action.done}${tail}`, refused.length ? 'warning' : 'good');
}

/** How many jobs a filter has. With words to search for only the list itself knows. */
export async function countMatching(api, states, q) {
  let found = 0;
  let cursor = '';
  do {
    const page = await api.get(listPath({ state: states, q, limit: 500, cursor }));
    found += page.jobs.length;
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}
