// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the API (openapi.json) as a page; everything comes from this server.

import { byId, copyButton, el } from './dom.js';
import { OpenApi } from './openapi.js';
import { prose, schemaTree, typeWords } from './schemaview.js';

function badge(method) {
  return el('span', { class: `method method-${method.toLowerCase()}` }, method);
}

function code(text) {
  return el('div', { class: 'sample' }, el('pre', { class: 'code', tabindex: 0 }, text), copyButton('Copy', () => text));
}

const places = { path: 'in the path', query: 'query', header: 'header', cookie: 'cookie' };

function parameters(api, list) {
  if (!list.length) return [];
  return [el('h4', {}, 'Parameters'), el('ul', { class: 'schema' }, list.map((parameter) => el('li', {},
    el('div', { class: 'head' }, el('code', { class: 'field' }, parameter.name), el('span', { class: 'muted' }, places[parameter.in]),
      el('span', { class: 'type' }, typeWords(api, parameter.schema || {})), parameter.required && el('span', { class: 'required' }, 'required')),
    el('div', { class: 'about' }, prose(parameter.description)))))];
}

function body(api, content) {
  if (!content) return [];
  const isText = typeof content.example === 'string';
  return [el('p', { class: 'muted' }, content.type, content.schema ? ` · ${typeWords(api, content.schema)}` : ''),
    content.schema && schemaTree(api, content.schema),
    content.example === undefined ? null : code(isText ? content.example : JSON.stringify(content.example, null, 2))];
}

function response(api, [status, reference]) {
  const answer = api.resolve(reference);
  const fields = Object.entries(answer.headers || {}).map(([name, header]) => [name, api.resolve(header)]);
  return el('details', { class: 'response' },
    el('summary', {}, el('span', { class: `status status-${status[0]}` }, status), ' ', answer.description || ''),
    ...body(api, api.content(answer)),
    fields.length ? el('ul', { class: 'schema' }, fields.map(([name, header]) => el('li', {},
      el('div', { class: 'head' }, el('code', { class: 'field' }, name), el('span', { class: 'muted' }, 'header')),
      el('div', { class: 'about' }, prose(header.description))))) : null);
}

function operationView(api, operation) {
  return el('details', { class: 'operation', id: operation.id },
    el('summary', {}, badge(operation.method), el('code', { class: 'op-path' }, operation.path),
      el('span', { class: 'op-summary' }, operation.summary || ''), api.needsToken(operation) && el('span', { class: 'token' }, 'token')),
    el('div', { class: 'op-body' },
      operation.deprecated && el('p', { class: 'required' }, 'Deprecated'),
      ...prose(operation.description),
      ...parameters(api, operation.parameters),
      ...(operation.requestBody ? [el('h4', {}, 'Body'), ...body(api, api.content(operation.requestBody))] : []),
      el('h4', {}, 'Call'), code(api.curl(operation, document.baseURI)),
      el('h4', {}, 'Answers'), ...Object.entries(operation.responses || {}).map((entry) => response(api, entry))));
}

function groupView(api, group) {
  return el('section', { 'aria-labelledby': `tag-${group.name}` },
    el('h2', { id: `tag-${group.name}` }, group.name), ...prose(group.description),
    group.operations.map((operation) => operationView(api, operation)));
}

function contents(groups) {
  return groups.map((group) => [el('h2', {}, group.name), el('ul', {}, group.operations.map((operation) =>
    el('li', {}, el('a', { href: `#${operation.id}` }, badge(operation.method), el('span', {}, operation.summary || operation.path)))))]).flat();
}

/** Whoever comes by a link sees the call open. */
function openTarget() {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  if (!target?.matches('details')) return;
  target.open = true;
  target.scrollIntoView();
}

function show(api) {
  const { info } = api.document;
  const groups = api.groups();
  byId('contents').replaceChildren(...contents(groups));
  byId('main').replaceChildren(
    el('h1', {}, info.title, el('span', { class: 'version' }, ` ${info.version}`)),
    ...prose(info.summary), ...prose(info.description),
    ...groups.map((group) => groupView(api, group)));
  openTarget();
}

async function start() {
  window.addEventListener('hashchange', openTarget);
  try {
    const answer = await fetch(new URL('openapi.json', document.baseURI));
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    show(new OpenApi(await answer.json()));
  } catch (error) {
    byId('main').replaceChildren(el('h1', {}, 'The description cannot be shown'),
      el('p', {}, `openapi.json: ${error.message}. `), el('p', {}, 'Reload the page, or read the README of CreateZoom.'));
  }
}

start();
