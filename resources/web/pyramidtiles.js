// SPDX-License-Identifier: GPL-3.0-or-later
// The tiles of a job for OpenSeadragon. Each is a canvas of ours. While the pyramid is being made, a canvas is handed out
// empty and painted as far as there is something to paint: with the tile itself, or, since coarse tiles come last, with
// the finer ones that it is going to be made of.

import { jobPath } from './api.js';

const finerLevels = 3;
const roundEvery = 1500;

export class PyramidTiles {
  /** `info`: what /preview says; `painted()`: something new is on a canvas. */
  constructor(api, id, info, painted) {
    this.api = api;
    this.id = id;
    this.info = info;
    this.painted = painted;
    this.maxLevel = Math.ceil(Math.log2(Math.max(info.width, info.height)));
    this.unfinished = new Map(); // by address: tiles that are not whole
    this.aborter = new AbortController();
  }

  stop() {
    this.aborter.abort();
    clearTimeout(this.timer);
  }

  /** In OpenSeadragon's words. */
  source() {
    const { info } = this;
    return {
      width: info.width,
      height: info.height,
      tileSize: info.tile_size,
      tileOverlap: info.overlap,
      getTileUrl: (level, column, row) => this.path(level, column, row),
      downloadTileStart: (context) => this.start(context),
      downloadTileAbort: (context) => this.unfinished.delete(context.src),
      createTileCache: (cache, canvas) => { cache.canvas = canvas; },
      destroyTileCache: (cache) => { cache.canvas = null; },
      getTileCacheData: (cache) => cache.canvas,
      getTileCacheDataAsImage: () => { throw new Error('tiles are canvases'); },
      getTileCacheDataAsContext2D: (cache) => cache.canvas.getContext('2d'),
    };
  }

  path(level, column, row) {
    return jobPath(this.id, `/preview/image_files/${level}/${column}_${row}.${this.info.format}`);
  }

  levelSize(level) {
    const shrink = 2 ** (this.maxLevel - level);
    return { width: Math.ceil(this.info.width / shrink), height: Math.ceil(this.info.height / shrink) };
  }

  /** Where a tile lies on its level, with its overlap; null beyond the edge. */
  box(level, column, row) {
    const { tile_size: size, overlap } = this.info;
    const { width, height } = this.levelSize(level);
    if (column * size >= width || row * size >= height) return null;
    const x = Math.max(0, column * size - overlap);
    const y = Math.max(0, row * size - overlap);
    return { x, y, width: Math.min(width, (column + 1) * size + overlap) - x, height: Math.min(height, (row + 1) * size + overlap) - y };
  }

  async start(context) {
    const { level, x: column, y: row } = context.tile;
    const box = this.box(level, column, row);
    const canvas = document.createElement('canvas');
    canvas.width = box.width;
    canvas.height = box.height;
    if (this.info.growing) {
      this.unfinished.set(context.src, { level, column, row, canvas });
      context.finish(canvas);
      this.soon(0);
      return;
    }
    const tile = await this.fetchTile(level, column, row);
    if (tile) canvas.getContext('2d').drawImage(tile, 0, 0);
    context.finish(tile ? canvas : null, null, tile ? '' : 'The tile cannot be read');
  }

  async fetchTile(level, column, row) {
    try {
      const response = await this.api.response(this.path(level, column, row), { signal: this.aborter.signal });
      return await createImageBitmap(await response.blob());
    } catch {
      return null; // not there yet; or the server says why when the page asks it next
    }
  }

  soon(pause) {
    if (this.isRunning || this.aborter.signal.aborted) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.round(), pause);
  }

  /** Rows are written from top to bottom: where one is missing, no later one of its level is asked for. */
  async round() {
    this.isRunning = true;
    const missing = new Map(); // level -> first row that is not there
    const rows = new Map();
    for (const tile of this.unfinished.values()) rows.set(tile.row, [...(rows.get(tile.row) || []), tile]);
    for (const [, tiles] of [...rows].sort(([a], [b]) => a - b)) {
      await Promise.all(tiles.map((tile) => this.finish(tile, missing)));
      if (this.aborter.signal.aborted) return;
    }
    this.isRunning = false;
    if (this.unfinished.size) this.soon(roundEvery);
  }

  async finish(tile, missing) {
    const isWhole = await this.paint(tile, tile.level, tile.column, tile.row, missing);
    if (isWhole) this.unfinished.delete(this.path(tile.level, tile.column, tile.row));
  }

  /** Onto the canvas of `target`. True when the tile itself was there. */
  async paint(target, level, column, row, missing) {
    const tile = row < (missing.get(level) ?? Infinity) ? await this.fetchTile(level, column, row) : null;
    if (tile) {
      this.place(target, tile, level, column, row);
      return true;
    }
    missing.set(level, Math.min(row, missing.get(level) ?? row));
    if (level - target.level < finerLevels && level < this.maxLevel) await this.paintFiner(target, level, column, row, missing);
    return false;
  }

  async paintFiner(target, level, column, row, missing) {
    for (const finerRow of [2 * row, 2 * row + 1])
      await Promise.all([2 * column, 2 * column + 1].filter((finerColumn) => this.box(level + 1, finerColumn, finerRow))
        .map((finerColumn) => this.paint(target, level + 1, finerColumn, finerRow, missing)));
  }

  place(target, tile, level, column, row) {
    const scale = 2 ** (target.level - level);
    const from = this.box(level, column, row);
    const to = this.box(target.level, target.column, target.row);
    // Whole pixels: between two halves the ground would shine through.
    const x = Math.floor(from.x * scale - to.x);
    const y = Math.floor(from.y * scale - to.y);
    const width = Math.ceil((from.x + tile.width) * scale - to.x) - x;
    const height = Math.ceil((from.y + tile.height) * scale - to.y) - y;
    target.canvas.getContext('2d').drawImage(tile, x, y, width, height);
    this.painted();
  }
}
