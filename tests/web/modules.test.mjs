// SPDX-License-Identifier: GPL-3.0-or-later
// Modules of the pages that need no browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';

const modules = '../../resources/web';
const { eventsOf } = await import(`${modules}/eventstream.js`);
const { bytes, duration, nameOf, folderOf } = await import(`${modules}/format.js`);
const { countOf, filterOf, filters, states, stepsOf } = await import(`${modules}/states.js`);
const { JobStore } = await import(`${modules}/store.js`);

const streamOf = (...pieces) => new ReadableStream({
  start(controller) {
    for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
    controller.close();
  },
});
const collected = async (stream) => {
  const found = [];
  for await (const event of eventsOf(stream)) found.push(event);
  return found;
};

test('events are read however they are cut', async () => {
  const whole = 'retry: 3000\n\nid: 7\nevent: state\ndata: {"a":\ndata: "ø"}\n\n: ping\n\nid: 8\r\nevent: removed\r\ndata:{}\r\n\r\n';
  const wanted = [null, { id: '7', event: 'state', data: '{"a":\n"ø"}' }, null, { id: '8', event: 'removed', data: '{}' }];
  assert.deepEqual(await collected(streamOf(whole)), wanted);
  const raw = new TextEncoder().encode(whole);
  for (let cut = 1; cut < raw.length; cut += 1) {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(raw.slice(0, cut));
        controller.enqueue(raw.slice(cut));
        controller.close();
      },
    });
    assert.deepEqual(await collected(stream), wanted, `cut at ${cut}`);
  }
});

test('an event that is not whole is none', async () => {
  assert.deepEqual(await collected(streamOf('id: 1\nevent: state\ndata: {}\n')), []);
});

for (const [number, text] of [[0, ''], [5, '5 bytes'], [999, '999 bytes'], [1000, '1.0 kB'], [72000350, '72.0 MB'], [576e6, '576 MB'], [5.2e9, '5.2 GB']])
  test(`${number} bytes are "${text}"`, () => assert.equal(bytes(number), text));

for (const [time, text] of [[NaN, ''], [40, '0.0 s'], [9900, '9.9 s'], [12345, '12 s'], [187000, '3:07'], [3723000, '1:02:03']])
  test(`${time} ms are "${text}"`, () => assert.equal(duration(time), text));

test('a job is called after its file', () => {
  assert.equal(nameOf({ source: { bucket: 'b/in/x y.tif' } }), 'x y.tif');
  assert.equal(folderOf({ source: { bucket: 'b/in/x y.tif' } }), 'b/in');
  assert.equal(nameOf({ source: { upload: '88-81/my scan.png' } }), 'my scan.png');
  assert.equal(folderOf({ source: { upload: '88-81/my scan.png' } }), 'uploaded');
  assert.equal(nameOf({ id: '7', source: {} }), '7');
});

test('each state is in one filter, and "all" counts those that nobody knows as well', () => {
  for (const state of Object.keys(states)) assert.equal(filters.filter((filter) => filter.states.includes(state)).length, 1, state);
  assert.equal(countOf(filterOf('all'), { done: 2, levitating: 1 }), 3);
  assert.equal(countOf(filterOf('attention'), { failed: 2, needs_token: 1, done: 5 }), 3);
});

const bucket = { source: { bucket: 'b/x' }, target: { bucket: 'b/y' } };
for (const [job, wanted] of [
  [{ ...bucket, state: 'running', stage: 'process' }, 'done active open'],
  [{ ...bucket, state: 'failed', stage: 'download' }, 'failed open open'],
  [{ ...bucket, state: 'waiting', stage: 'upload' }, 'done done open'],
  [{ ...bucket, state: 'done', stage: 'upload' }, 'done done done'],
  [{ source: { upload: 'u/x' }, target: { upload: 'u' }, state: 'running', stage: 'upload' }, 'done done active'],
  [{ source: { path: '/x' }, target: { path: '/y' }, state: 'running', stage: 'process' }, 'active'],
])
  test(`the steps of a job that is ${job.state} at ${job.stage}: ${wanted}`, () =>
    assert.equal(stepsOf(job).map((step) => step.state).join(' '), wanted));

test('of two versions of a job the later counts, and only changes of state make the page stale', () => {
  const store = new JobStore();
  const told = [];
  for (const name of ['job', 'stale', 'page']) store.on(name, (id) => told.push(id ? `${name} ${id}` : name));
  const job = (id, revision, state = 'running') => ({ id, revision, state });
  store.setPage({ jobs: [job('a', 5)], counts: { running: 1 }, next_cursor: null });
  store.apply([job('a', 4, 'waiting')]);
  assert.equal(store.jobs.get('a').state, 'running');
  store.apply([job('a', 6)]);
  store.apply([job('a', 7, 'done')]);
  store.apply([job('b', 8)]);
  store.apply([job('b', 9)]);
  store.remove(['a']);
  assert.deepEqual(told, ['page', 'job a', 'job a', 'stale', 'stale', 'job a', 'stale']);
});
