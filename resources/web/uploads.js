// SPDX-License-Identifier: GPL-3.0-or-later
// Images of the viewer's own machine: chosen or dropped, sent one after the other, each a job. Their archives come back
// as downloads.

import { jobPath } from './api.js';
import { el, icon } from './dom.js';
import { nameOf, plural } from './format.js';
import { showMessage, toast } from './messages.js';
import { report } from './actions.js';

export class Uploads {
  constructor(api) {
    this.api = api;
    this.waiting = [];
    this.sent = 0;
    this.input = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': 'Images to upload' });
    this.button = el('button', { type: 'button', class: 'small', onclick: () => this.input.click() }, icon('add-files'), 'Upload images');
    this.element = el('div', { class: 'upload' }, this.button, this.input);
    this.hint = el('div', { class: 'drop-hint', hidden: true }, icon('drop'), 'Drop images to convert them');
    this.input.addEventListener('change', () => {
      this.add([...this.input.files]);
      this.input.value = '';
    });
  }

  /** Files may be dropped there. */
  watch(area) {
    area.append(this.hint);
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
    area.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.hint.hidden = false;
    });
    area.addEventListener('dragleave', (event) => {
      if (!area.contains(event.relatedTarget)) this.hint.hidden = true;
    });
    area.addEventListener('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.hint.hidden = true;
      this.add([...event.dataTransfer.files]);
    });
  }

  stop() {
    this.waiting = [];
    this.aborter?.abort();
    showMessage('uploads', null);
  }

  add(files) {
    this.waiting.push(...files);
    if (!this.aborter) this.sendAll();
  }

  async sendAll() {
    this.aborter = new AbortController();
    this.sent = 0;
    try {
      while (this.waiting.length) await this.send(this.waiting.shift());
      if (this.sent) toast(`${plural(this.sent, 'image')} uploaded`, 'good');
    } catch (problem) {
      if (problem.name === 'AbortError') toast('The upload was stopped');
      else report(problem, 'The upload has ended');
      this.waiting = [];
    }
    this.aborter = null;
    showMessage('uploads', null);
  }

  async send(file) {
    this.tell(file, 0);
    const path = `api/v1/uploads?name=${encodeURIComponent(file.name)}`;
    const { id } = await this.api.upload(path, file, (part) => this.tell(file, part), this.aborter.signal);
    await this.api.send('POST', 'api/v1/jobs', { source: { upload: id } });
    this.sent += 1;
  }

  tell(file, part) {
    const more = this.waiting.length ? `, ${plural(this.waiting.length, 'more image')} to come` : '';
    showMessage('uploads', {
      tone: 'accent',
      text: `Uploading ${file.name}: ${Math.floor(part * 100)} %${more}`,
      button: { word: 'Stop', run: () => this.aborter?.abort() },
    });
  }
}

export function hasDownload(job) {
  return Boolean(job.target?.upload) && job.state === 'done';
}

/** A link could not send the token. */
export async function download(api, job) {
  toast(`Fetching the archive of ${nameOf(job)}…`);
  try {
    const response = await api.response(jobPath(job.id, '/result'));
    const address = URL.createObjectURL(await response.blob());
    el('a', { href: address, download: `${nameOf(job)}.dzip` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  } catch (problem) {
    report(problem, 'The archive cannot be fetched');
  }
}
