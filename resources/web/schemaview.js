// SPDX-License-Identifier: GPL-3.0-or-later
// A schema as a tree that people can read.

import { el } from './dom.js';
import { OpenApi } from './openapi.js';

const deepest = 8;

/** Text with `code` and paragraphs; no other markup is known here. */
export function prose(text) {
  return (text || '').split(/\n\s*\n/).filter(Boolean).map((paragraph) =>
    el('p', {}, paragraph.split('`').map((part, index) => (index % 2 ? el('code', {}, part) : part))));
}

/** "string (date-time)", "array of Job", "integer, 1 to 500", "waiting | running" */
export function typeWords(api, schema) {
  const name = OpenApi.refName(schema);
  const s = api.merged(schema);
  const variants = s.oneOf || s.anyOf;
  if (variants) return variants.map((variant) => typeWords(api, variant)).join(' or ');
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum) return s.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = [s.type ?? (s.properties ? 'object' : 'any')].flat().map((type) =>
    (type === 'array' && s.items ? `array of ${typeWords(api, s.items)}` : type === 'object' && name ? name : type));
  return [types.join(' or '), s.format && `(${s.format})`, range(s), s.pattern && `matching ${s.pattern}`].filter(Boolean).join(' ');
}

function range(s) {
  const low = s.minimum ?? s.minLength ?? s.minItems;
  const high = s.maximum ?? s.maxLength ?? s.maxItems;
  const unit = s.maxLength || s.minLength ? ' characters' : '';
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
  if (low !== undefined) return `at least ${low}${unit}`;
  return high !== undefined ? `at most ${high}${unit}` : '';
}

/** What has fields: the object itself, an array's items, the variants. */
function parts(api, schema) {
  const s = api.merged(schema);
  const variants = s.oneOf || s.anyOf;
  if (variants) return variants.flatMap((variant) => parts(api, variant));
  if (s.items) return parts(api, s.items);
  return s.properties ? [s] : [];
}

/** null when there is nothing inside. `path`: the schemas that it lies in; one that holds itself ends. */
export function schemaTree(api, schema, path = []) {
  const name = OpenApi.refName(schema);
  if (path.length > deepest || (name && path.includes(name))) return null;
  const rows = parts(api, schema).flatMap((part) => Object.entries(part.properties).map(([key, value]) =>
    field(api, key, value, part.required?.includes(key), [...path, name])));
  return rows.length ? el('ul', { class: 'schema' }, rows) : null;
}

function field(api, key, schema, isRequired, path) {
  const s = api.merged(schema);
  const inner = schemaTree(api, schema, path);
  const head = [el('code', { class: 'field' }, key), el('span', { class: 'type' }, typeWords(api, schema)),
    isRequired ? el('span', { class: 'required' }, 'required') : null,
    s.default === undefined ? null : el('span', { class: 'muted' }, `default ${JSON.stringify(s.default)}`)];
  const about = el('div', { class: 'about' }, prose(s.description));
  if (!inner) return el('li', {}, el('div', { class: 'head' }, head), about);
  return el('li', {}, el('details', { open: path.length < 3 }, el('summary', {}, el('span', { class: 'head' }, head)), about, inner));
}
