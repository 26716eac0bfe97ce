// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to many jobs at once: POST /api/v1/jobs:batch.

import { actions, report } from './actions.js';
import { listPath } from './api.js';
import { askToken, confirmed } from './dialogs.js';
import { count, plural } from './format.js';
import { toast } from './messages.js';

const mostAtATime = 1000; // the API's own limit
const pageOfIds = 500;

/** `scope`: { ids: [...] } or { filter: { state, q }, expect_count: n }. False when nothing was done. */
export async function actOnMany(api, key, scope) {
  const action = actions[key];
  const number = scope.ids ? scope.ids.length : scope.expect_count;
  const word = action.bulkWord || action.word;
  const isSure = await confirmed({
    title: `${word} ${plural(number, 'job')}?`,
    text: action.question || 'Jobs whose state does not allow it stay as they are.',
    word: `${word} ${count(number)}`,
    isDangerous: Boolean(action.question),
  });
  if (!isSure) return false;
  const results = [];
  try {
    await send(api, key, scope, results);
    tell(action, key === 'retry' ? await retryWithToken(api, results) : results);
  } catch (problem) {
    report(problem, results.length ? `Only ${count(results.length)} of ${plural(number, 'job')} were asked for` : 'Nothing was done');
  }
  return results.length > 0;
}

/** Appends { id, done, code, detail } of each job; more than the API takes at a time go in portions. */
async function send(api, key, scope, results, token) {
  const ids = scope.ids || (scope.expect_count > mostAtATime ? await idsOf(api, scope.filter) : null);
  const scopes = ids ? portions(ids).map((portion) => ({ ids: portion })) : [scope];
  for (const part of scopes) {
    const answer = await api.send('POST', 'api/v1/jobs:batch', { action: key, ...part, ...(token && { token }) });
    results.push(...answer.results);
  }
}

function portions(ids) {
  return Array.from({ length: Math.ceil(ids.length / mostAtATime) }, (_, n) => ids.slice(n * mostAtATime, (n + 1) * mostAtATime));
}

/** Jobs of a bucket need a token of whoever may write there; theirs was erased when they ended. */
async function retryWithToken(api, results) {
  const lacking = results.filter((result) => result.code === 'E_AUTH_EXPIRED');
  if (!lacking.length) return results;
  const token = await askToken({
    title: `Retry ${plural(lacking.length, 'job')}`,
    text: 'Their tokens were erased when they ended.',
    word: `Retry ${count(lacking.length)}`,
  });
  if (!token) return results;
  const again = results.filter((result) => !lacking.includes(result));
  await send(api, 'retry', { ids: lacking.map((result) => result.id) }, again, token);
  return again;
}

function tell(action, results) {
  const refused = results.filter((result) => !result.done);
  const reasons = [...new Set(refused.map((result) => result.detail))];
  const tail = refused.length ? `; ${count(refused.length)} not: ${reasons[0]}` : '';
  toast(`${plural(results.length - refused.length, 'job')} ${action.done}${tail}`, refused.length ? 'warning' : 'good');
}

async function* pagesOf(api, { state, q }) {
  let cursor = '';
  do {
    const page = await api.get(listPath({ state, q, limit: pageOfIds, cursor }));
    yield page.jobs;
    cursor = page.next_cursor;
  } while (cursor);
}

async function idsOf(api, filter) {
  const ids = [];
  for await (const jobs of pagesOf(api, filter)) ids.push(...jobs.map((job) => job.id));
  return ids;
}

/** How many jobs a filter has: with words to search for only the list itself knows. */
export async function countMatching(api, filter) {
  return (await idsOf(api, filter)).length;
}
