// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs of the details that only show what the job says.

import { Api } from './api.js';
import { copyButton, el } from './dom.js';
import { between, bytes, count, duration, fullTime, percent, placeOf, plural, timeOfDay } from './format.js';
import { phases, stages } from './states.js';

/** Writes its rows when what they say is new, so that text which is being selected stays. */
class FactsTab {
  constructor() {
    this.element = el('div', { class: 'facts-tab' });
    this.shown = '';
  }

  show(job) {
    const key = JSON.stringify(this.facts(job));
    if (key === this.shown) return;
    this.shown = key;
    this.element.replaceChildren(...this.build(job));
  }
}

export class OverviewTab extends FactsTab {
  facts(job) {
    const { facts, options } = job;
    const pixel = facts.micrometres_per_pixel;
    return [
      ['From', job.source?.upload ? 'an upload' : placeOf(job.source)],
      ['To', job.target?.upload ? 'a download' : placeOf(job.target)],
      ['Result', job.target?.upload ? '' : job.result],
      ['Progress', job.state === 'running' ? this.progress(job) : ''],
      ['Source', bytes(facts.source_bytes)],
      ['Image', facts.width && `${count(facts.width)} × ${count(facts.height)} px${pixel ? ` · ${Number(pixel.toPrecision(3))} µm/px` : ''}`],
      ['Pyramid', facts.levels && `${plural(facts.levels, 'level')} · ${plural(facts.tiles, 'tile')}`],
      ['Archive', bytes(facts.archive_bytes)],
      ['Options', `${options.format}${options.format === 'jpeg' ? `, quality ${options.quality}` : ''}, tiles of ${options.tile_size} px`],
      ['Added', fullTime(job.created_at)],
      ['Started', fullTime(job.started_at)],
      ['Ended', fullTime(job.ended_at)],
      ['Waited', job.started_at && duration(between(job.created_at, job.started_at))],
      ['Attempts', job.attempts > 1 && String(job.attempts)],
      ['Worker', [job.worker, job.node].filter(Boolean).join(' on ')],
      ['Submitted by', job.submitter],
      ['Warnings', job.warnings?.join('\n')],
      ['Job id', job.id],
    ].filter(([, value]) => value);
  }

  progress(job) {
    const { phase, done, total, message } = job.step;
    const parts = [`${percent(job)} %`, phases[phase] || phase];
    if (total > 0 && phase !== 'checking')
      parts.push(phase === 'pyramid' ? `${Math.floor((100 * done) / total)} % of it` : `${bytes(done) || '0 bytes'} of ${bytes(total)}`);
    return [...parts, message].filter(Boolean).join(' · ');
  }

  build(job) {
    return [el('dl', { class: 'facts' }, this.facts(job).map(([word, value]) => [
      el('dt', {}, word), el('dd', { class: word === 'Warnings' ? 'tone-warning' : '' }, value)]).flat()),
      el('div', { class: 'row' }, copyButton('Copy id', () => job.id), copyButton('Copy link', () => location.href))];
  }
}

export class StepsTab extends FactsTab {
  facts(job) {
    return [job.steps, job.state, job.state === 'running' ? job.step : null];
  }

  build(job) {
    if (!job.steps?.length) return [el('p', { class: 'muted' }, 'No step has begun yet.')];
    return [el('ol', { class: 'timeline' }, job.steps.map((step, index) => this.step(job, step, index === job.steps.length - 1)))];
  }

  step(job, step, isLast) {
    const isRunning = isLast && !step.ended_at && job.state === 'running';
    const tone = step.error ? 'bad' : isRunning ? 'accent' : step.ended_at ? 'good' : 'neutral';
    const word = step.error ? 'failed' : isRunning ? 'running' : step.ended_at ? 'done' : 'not finished';
    const took = between(step.started_at, step.ended_at);
    const rate = step.bytes && step.ended_at && took > 0 ? `${bytes((step.bytes * 1000) / took)}/s` : '';
    return el('li', { class: `tone-${tone}` },
      el('div', { class: 'step-head' }, el('strong', {}, stages[step.stage] || step.stage), el('span', { class: 'step-word' }, word)),
      el('div', { class: 'muted' }, [timeOfDay(step.started_at), step.ended_at && duration(took), bytes(step.bytes), rate].filter(Boolean).join(' · ')),
      isRunning && job.step.total > 0 ? el('progress', { max: job.step.total, value: job.step.done, 'aria-label': 'Progress of this step' }) : null,
      step.error && el('p', {}, step.error.message));
  }
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The call that makes this job once more. The token is for whoever runs it to put in. */
export function curlOf(job) {
  const body = {
    source: job.source.upload ? { upload: job.source.upload.split('/')[0] } : job.source,
    ...(job.target.upload ? {} : { target: placeOf(job.target) }),
    options: job.options,
  };
  return [`curl ${quoted(Api.url('api/v1/jobs'))} \\`,
    '  -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' \\',
    `  -d ${quoted(JSON.stringify(body))}`].join('\n');
}

export class RequestTab extends FactsTab {
  facts(job) {
    return [job.source, job.target, job.options, job.revision];
  }

  build(job) {
    const isRemote = !job.source?.path && !job.target?.path;
    const command = curlOf(job);
    return [
      ...(isRemote ? [
        el('h3', {}, 'The same job once more'),
        el('pre', { class: 'code', tabindex: 0 }, command),
        copyButton('Copy as curl', () => command),
      ] : [el('p', { class: 'muted' }, 'This job has a folder of the server’s machine; no request can make it again.')]),
      el('h3', {}, 'The job as the API shows it'),
      el('pre', { class: 'code', tabindex: 0 }, JSON.stringify(job, null, 2)),
      copyButton('Copy JSON', () => JSON.stringify(job, null, 2)),
    ];
  }
}
