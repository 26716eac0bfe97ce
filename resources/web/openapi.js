// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an OpenAPI 3.1 document: references, operations by tag, examples, and the call as a command.

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

export class OpenApi {
  constructor(document_) {
    this.document = document_;
  }

  /** What a "$ref" stands for; anything else as it is. */
  resolve(value) {
    let found = value;
    for (let depth = 0; found?.$ref && depth < 20; depth += 1) {
      const keys = found.$ref.replace(/^#\//, '').split('/').map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
      const { $ref, ...beside } = found;
      found = { ...keys.reduce((node, key) => node?.[key], this.document), ...beside };
    }
    return found ?? {};
  }

  static refName(value) {
    return value?.$ref?.split('/').pop() || '';
  }

  /** [{ name, description, operations }] in the document's order; what has no tag comes last. */
  groups() {
    const groups = new Map((this.document.tags || []).map((tag) => [tag.name, { ...tag, operations: [] }]));
    for (const operation of this.operations()) {
      const name = operation.tags?.[0] || 'Other';
      if (!groups.has(name)) groups.set(name, { name, operations: [] });
      groups.get(name).operations.push(operation);
    }
    return [...groups.values()].filter((group) => group.operations.length);
  }

  operations() {
    return Object.entries(this.document.paths || {}).flatMap(([path, entry]) => {
      const item = this.resolve(entry);
      return methods.filter((method) => item[method]).map((method) => ({
        ...item[method],
        method: method.toUpperCase(),
        path,
        id: item[method].operationId || `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`,
        parameters: [...(item.parameters || []), ...(item[method].parameters || [])].map((parameter) => this.resolve(parameter)),
      }));
    });
  }

  /** [type, { schema, example }] of a body's first media type; null without any. */
  content(body) {
    const [type, media] = Object.entries(this.resolve(body).content || {})[0] || [];
    return type ? { type, schema: media.schema, example: this.exampleOf(media) } : null;
  }

  exampleOf(media) {
    if (media.example !== undefined) return media.example;
    const named = Object.values(media.examples || {})[0];
    if (named) return this.resolve(named).value;
    return media.schema ? this.sample(media.schema) : undefined;
  }

  /** Made from the schema's own examples, defaults and types. */
  sample(schema, depth = 0) {
    const s = this.merged(schema);
    if (s.example !== undefined) return s.example;
    if (s.examples?.length) return s.examples[0];
    if (s.const !== undefined) return s.const;
    if (s.default !== undefined) return s.default;
    if (s.enum?.length) return s.enum[0];
    const variant = s.oneOf?.[0] || s.anyOf?.[0];
    if (variant) return this.sample(variant, depth + 1);
    const type = [s.type].flat().find((name) => name !== 'null');
    if (depth > 6) return null;
    if (s.properties || type === 'object')
      return Object.fromEntries(Object.entries(s.properties || {}).map(([key, value]) => [key, this.sample(value, depth + 1)]));
    if (type === 'array') return s.items ? [this.sample(s.items, depth + 1)] : [];
    return { string: 'text', integer: s.minimum ?? 0, number: s.minimum ?? 0, boolean: false }[type] ?? null;
  }

  /** With what "allOf" adds. */
  merged(schema) {
    const { allOf, ...own } = this.resolve(schema);
    if (!allOf) return own;
    return allOf.map((part) => this.merged(part)).reduce((sum, part) => ({
      ...part, ...sum,
      properties: { ...part.properties, ...sum.properties },
      required: [...(part.required || []), ...(sum.required || [])],
    }), own);
  }

  needsToken(operation) {
    const security = operation.security ?? this.document.security ?? [];
    return security.length > 0 && !security.some((way) => Object.keys(way).length === 0);
  }

  curl(operation, base) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const wanted = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
    const query = wanted.map((parameter) => `${parameter.name}=${encodeURIComponent(this.parameterExample(parameter) ?? '')}`).join('&');
    const path = operation.path.replace(/^\//, '') + (query ? `?${query}` : '');
    const lines = [`curl ${operation.method === 'GET' ? '' : `-X ${operation.method} `}${quoted(decodeURIComponent(new URL(path, base).href))}`];
    if (this.needsToken(operation)) lines.push('-H "Authorization: Bearer $TOKEN"');
    const body = operation.requestBody && this.content(operation.requestBody);
    if (body) {
      lines.push(`-H ${quoted(`Content-Type: ${body.type}`)}`);
      lines.push(body.type.includes('json') ? `-d ${quoted(JSON.stringify(body.example))}` : '--data-binary @FILE');
    }
    return lines.join(' \\\n  ');
  }

  parameterExample(parameter) {
    return parameter.example ?? Object.values(parameter.examples || {})[0]?.value ?? this.sample(parameter.schema || {});
  }
}
