// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a job.

import { jobPath } from './api.js';
import { askToken, confirmed } from './dialogs.js';
import { nameOf } from './format.js';
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
  const isLocal = Boolean(job.source?.path && job.target?.path);
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

/** A problem of rights is remembered: buttons then say so before they are pressed. */
export function report(problem, attempt) {
  rights.learn(problem);
  toast(`${attempt}: ${problem.message}`, 'bad');
}
