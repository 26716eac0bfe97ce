// SPDX-License-Identifier: GPL-3.0-or-later
// Images for the tests, made here: a palette PNG of constant rows, small to store at any size.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import zlib from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** Node.js 18 has none of its own. */
function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function header(width, height) {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  return data;
}

/** From orange at the top to blue at the bottom: never black, so that what is drawn can be told from the ground. */
const palette = Buffer.from(Array.from({ length: 256 }, (_, i) => [255 - i / 2, 120 + i / 4, 40 + i * 0.8]).flat());

export async function writePng(file, width, height) {
  const out = createWriteStream(file);
  out.write(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header(width, height)), chunk('PLTE', palette)]));
  const deflate = zlib.createDeflate({ level: 1 });
  deflate.on('data', (data) => out.write(chunk('IDAT', data)));
  const row = Buffer.alloc(width + 1);
  for (let y = 0; y < height; y += 1) {
    row.fill(Math.floor((y * 256) / height), 1);
    if (!deflate.write(Buffer.from(row))) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  out.end(chunk('IEND', Buffer.alloc(0)));
  await once(out, 'finish');
}
