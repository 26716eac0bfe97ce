// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events, read from a fetch: an EventSource can send no Authorization header, and a token has no place in
// an address.

/** Yields { id, event, data } for each event, and null for a comment (the stream is alive). */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let half = ''; // a carriage return whose line feed may be still to come
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const text = half + value;
      half = text.endsWith('\r') ? '\r' : '';
      const blocks = (rest + text.slice(0, text.length - half.length).replace(/\r\n?/g, '\n')).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) yield parseEvent(block);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

export function parseEvent(block) {
  const fields = { id: '', event: 'message', data: [] };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') fields.data.push(value);
    else if (name === 'id' || name === 'event') fields[name] = value;
  }
  return fields.data.length ? { ...fields, data: fields.data.join('\n') } : null;
}
