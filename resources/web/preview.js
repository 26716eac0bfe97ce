// SPDX-License-Identifier: GPL-3.0-or-later
// The pyramid in OpenSeadragon, also while it is being made.

import { jobPath } from './api.js';
import { el, icon, setText } from './dom.js';
import { count } from './format.js';
import { PyramidTiles } from './pyramidtiles.js';
import { hasEnded } from './states.js';

const askAgain = 1500;
let loading = null;

/** The viewer is a file of its own, which a build may lack. */
function loadViewer() {
  loading ??= new Promise((resolve, reject) => {
    const script = el('script', { src: 'web/openseadragon.min.js' });
    script.addEventListener('load', () => resolve(window.OpenSeadragon));
    script.addEventListener('error', () => {
      loading = null;
      script.remove();
      reject(new Error('This server was built without OpenSeadragon, the viewer of previews.'));
    });
    document.head.append(script);
  });
  return loading;
}

export class PreviewTab {
  constructor(api) {
    this.api = api;
    this.note = el('p', { class: 'muted' }, 'Loading…');
    this.canvas = el('div', { class: 'viewer', id: 'viewer', hidden: true });
    this.tools = el('div', { class: 'row viewer-tools', hidden: true },
      this.tool('+', 'Zoom in', (viewport) => viewport.zoomBy(1.6)),
      this.tool('−', 'Zoom out', (viewport) => viewport.zoomBy(1 / 1.6)),
      this.tool('Fit', 'Show the whole image', (viewport) => viewport.goHome()),
      el('button', { type: 'button', class: 'small', onclick: () => this.toggleFullScreen() }, icon('full-screen'), 'Full screen'));
    this.element = el('div', { class: 'preview-tab' }, this.tools, this.canvas, this.note,
      el('p', { class: 'credit' }, 'Viewer: ', el('a', { href: 'web/openseadragon-licence.txt', target: '_blank', rel: 'noopener' }, 'OpenSeadragon, BSD licence')));
  }

  tool(word, name, run) {
    return el('button', {
      type: 'button', class: 'small', 'aria-label': name, title: name,
      onclick: () => {
        run(this.viewer.viewport);
        this.viewer.viewport.applyConstraints();
      },
    }, word);
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.canvas.requestFullscreen?.();
  }

  show(job) {
    const isFirst = !this.job;
    const hasChanged = this.job?.state !== job.state || this.job?.stage !== job.stage;
    this.job = job;
    if (isFirst || hasChanged) this.open();
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.tiles?.stop();
    this.viewer?.destroy();
    this.viewer = null;
  }

  later() {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => this.open(), askAgain);
  }

  async open() {
    clearTimeout(this.timer);
    try {
      const [OpenSeadragon, info] = await Promise.all([loadViewer(), this.api.get(jobPath(this.job.id, '/preview'))]);
      if (!this.isStopped) this.showPyramid(OpenSeadragon, info);
    } catch (problem) {
      if (!this.isStopped) this.showNone(problem);
    }
  }

  showNone(problem) {
    const mayCome = problem.status === 404 && !hasEnded(this.job);
    if (this.viewer && mayCome) {
      this.later(); // between two files of one pyramid
      return;
    }
    this.canvas.hidden = this.tools.hidden = true;
    const words = problem.status === 404
      ? mayCome ? 'There is nothing to see yet: the picture appears as soon as its first tiles are made.' : 'This job has left no picture.'
      : problem.message;
    setText(this.note, words);
    if (mayCome || problem.status === 503 || problem.status === 0) this.later();
  }

  showPyramid(OpenSeadragon, info) {
    this.canvas.hidden = this.tools.hidden = false;
    const key = JSON.stringify([this.job.id, this.job.attempts, info]);
    if (key !== this.shown) this.load(OpenSeadragon, info);
    this.shown = key;
    setText(this.note, this.words(info));
    if (info.growing) this.later();
  }

  words(info) {
    const size = `${count(info.width)} × ${count(info.height)} px`;
    if (info.growing) return `${size} · growing: new tiles appear as they are made`;
    const { width } = this.job.facts;
    return width > info.width ? `${size} · a small picture, kept of the ${count(width)} px wide image` : size;
  }

  load(OpenSeadragon, info) {
    this.tiles?.stop();
    this.tiles = new PyramidTiles(this.api, this.job.id, info, () => this.viewer?.forceRedraw());
    const tileSource = this.tiles.source();
    if (!this.viewer) {
      this.viewer = OpenSeadragon({ ...this.settings(), element: this.canvas, tileSources: [tileSource] });
      return;
    }
    // Another picture of the same image: what was being looked at stays in view.
    const bounds = this.viewer.viewport.getBounds();
    this.viewer.addTiledImage({
      tileSource, index: 0, replace: Boolean(this.viewer.world.getItemAt(0)),
      success: () => this.viewer?.viewport.fitBounds(bounds, true),
    });
  }

  settings() {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      drawer: 'canvas',
      showNavigationControl: false,
      showNavigator: false,
      animationTime: isCalm ? 0 : 0.25,
      blendTime: isCalm ? 0 : 0.12,
      maxZoomPixelRatio: 8,
      minZoomImageRatio: 0.8,
      visibilityRatio: 0.5,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      silenceMultiImageWarnings: true,
    };
  }
}
