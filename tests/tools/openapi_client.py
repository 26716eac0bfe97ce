#!/usr/bin/env python3
"""A client that knows a server by its OpenAPI document alone: it derives requests from it, good ones and bad ones, sends
them, and says which answers the document does not have.

usage: openapi_client.py URL --good TOKEN [--other TOKEN]... --id JOB [--id JOB]...
--good may do everything, --other are tokens that may less; --id are jobs that are there. Prints each breach and how many
requests were sent; exit code 1 when there was a breach. Needs python3-jsonschema, and shares no code with the project.
"""
import argparse
import copy
import http.client
import json
import re
import sys
import warnings
from urllib.parse import quote, urlencode, urlsplit

warnings.simplefilter("ignore", DeprecationWarning)  # of RefResolver, which Debian 12 has nothing instead of

from jsonschema import Draft202012Validator, FormatChecker, RefResolver

METHODS = ("get", "put", "post", "delete", "patch")
# The server's word for what is not there, and what people send by mistake or on purpose.
STRANGE_IDS = ["no-such-job", "a b", "..", "%00", "x" * 65, "x" * 3000, "\u00e4"]
STRANGE_TEXTS = ["", " ", "x" * 5000, "a\nb", "\u0000", "../../etc/passwd", "\U0001f600", "%2e%2e"]
WRONG_TYPES = [None, True, 7, -1, 1.5, 10 ** 30, "text", [], [1], {}, {"a": {"b": []}}]


class Client:
    def __init__(self, url, document, arguments):
        self.host = urlsplit(url).netloc
        self.document = document
        self.good, self.others, self.ids = arguments.good, arguments.other, arguments.id
        self.resolver = RefResolver.from_schema(document)
        self.connection = None
        self.sent, self.breaches = 0, []

    # The document

    def resolved(self, node):
        while isinstance(node, dict) and "$ref" in node:
            node = self.resolver.resolve(node["$ref"])[1]
        return node

    def valid(self, schema, value):
        return Draft202012Validator(schema, resolver=self.resolver, format_checker=FormatChecker()).is_valid(value)

    def errors(self, schema, value):
        found = Draft202012Validator(schema, resolver=self.resolver, format_checker=FormatChecker()).iter_errors(value)
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in found]

    def operations(self):
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item[method]

    # Values

    def example(self, schema):
        """A value that the schema allows."""
        schema = self.resolved(schema)
        if schema.get("examples"):
            return copy.deepcopy(schema["examples"][0])
        for word in ("default", "const"):
            if word in schema:
                return schema[word]
        if "enum" in schema:
            return schema["enum"][0]
        if "anyOf" in schema:
            return self.example(schema["anyOf"][0])
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            wanted = schema.get("required", []) or list(schema.get("properties", {}))[:1]
            return {name: self.example(schema["properties"][name]) for name in wanted}
        if kind == "array":
            return [self.example(schema["items"])] * max(1, schema.get("minItems", 1))
        if kind == "boolean":
            return False
        if kind in ("integer", "number"):
            return schema.get("minimum", 1)
        if schema.get("format") == "date-time":
            return "2026-01-01T00:00:00Z"
        return "b1/in/a.tif"

    def near(self, schema):
        """Values at and beyond the borders of a schema, and of other types."""
        schema = self.resolved(schema)
        values = list(WRONG_TYPES)
        kind = schema.get("type", "")
        if "integer" in kind or "number" in kind:
            for word, step in (("minimum", -1), ("maximum", 1)):
                if word in schema:
                    values += [schema[word], schema[word] + step]
        if "string" in kind or "anyOf" in schema:
            values += STRANGE_TEXTS
            if "maxLength" in schema:
                values += ["x" * schema["maxLength"], "x" * (schema["maxLength"] + 1)]
        values += schema.get("enum", [])[1:]
        return values

    def bodies(self, schema):
        """Good ones first, then each property left out and with other values, at every depth."""
        good = self.example(schema)
        yield good
        yield from self.variants(schema, good)
        yield from (value for value in WRONG_TYPES)

    def variants(self, schema, good):
        schema = self.resolved(schema)
        if not isinstance(good, dict):
            return
        yield {**good, "no_such_field": 1}
        for name, part in schema.get("properties", {}).items():
            if name in good:
                yield {key: value for key, value in good.items() if key != name}
            for value in self.near(part):
                yield {**good, name: value}
            inner = self.resolved(part)
            inner = self.resolved(inner["anyOf"][0]) if "anyOf" in inner else inner
            for value in self.variants(inner, good.get(name, self.example(inner))):
                yield {**good, name: value}

    # Requests

    def send(self, method, target, headers, body):
        """(status, headers, body); a server that hangs up without an answer is a breach."""
        self.sent += 1
        for attempt in (1, 2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection(self.host, timeout=20)
                self.connection.request(method, target, body, headers)
                answer = self.connection.getresponse()
                is_stream = answer.getheader("content-type", "").startswith("text/event-stream")
                content = b"" if is_stream else answer.read()
                if is_stream or answer.getheader("connection", "") == "close":
                    self.close()
                return answer.status, {k.lower(): v for k, v in answer.getheaders()}, content
            except (http.client.HTTPException, OSError) as error:
                self.close()
                if attempt == 2:
                    return 0, {}, repr(error).encode()

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def ask(self, method, path, operation, *, token=None, body=None, raw=None, query=None, headers=None, ids=None):
        target = path
        for number, name in enumerate(re.findall(r"\{(\w+)\}", path)):
            usual = {"id": self.ids[0], "level": "0", "tile": "0_0.jpeg"}.get(name, "x")
            value = ids if ids is not None and number == 0 else usual
            target = target.replace("{" + name + "}", quote(value, safe="%"))
        if query:
            target += "?" + urlencode(query)
        sent = dict(headers or {})
        token = self.good if token is None else token
        if token:
            sent["Authorization"] = "Bearer " + token
        if raw is None and body is not MISSING:
            raw = json.dumps(body).encode()
        if raw is not None:
            sent.setdefault("Content-Type", "application/json")
        status, fields, content = self.send(method, target, sent, raw)
        what = f"{method} {target[:120]} {(raw or b'')[:160]!r}"
        self.judge(what, operation, status, fields, content)
        return status

    def judge(self, what, operation, status, fields, content):
        answer = self.resolved(operation["responses"].get(str(status)))
        if status == 0:
            return self.breach(what, "no answer: " + content.decode())
        if status >= 500 and status != 503:
            self.breach(what, f"{status} {content[:200]!r}")
        if answer is None:
            return self.breach(what, f"{status} is not in the document: {content[:200]!r}")
        for name, header in answer.get("headers", {}).items():
            header = self.resolved(header)
            value = fields.get(name.lower())
            if header.get("required") and value is None:
                self.breach(what, f"{status} has no {name}")
            if value is not None and header["schema"].get("type") == "string":
                if not self.valid(header["schema"], value):
                    self.breach(what, f"{name}: {value}")
        self.judge_content(what, status, answer.get("content", {}), fields, content)

    def judge_content(self, what, status, described, fields, content):
        if not described:
            if content:
                self.breach(what, f"{status} has a body: {content[:100]!r}")
            return
        kind = fields.get("content-type", "").split(";")[0]
        if kind not in described:
            return self.breach(what, f"{status} is {kind}, not one of {list(described)}")
        if kind.endswith("json"):
            try:
                value = json.loads(content)
            except ValueError:
                return self.breach(what, f"{status} is no JSON: {content[:100]!r}")
            for error in self.errors(described[kind]["schema"], value):
                self.breach(what, f"{status} {error}")
            if kind == "application/problem+json" and value.get("status") != status:
                self.breach(what, f"the problem says {value.get('status')}, the answer {status}")

    def breach(self, what, why):
        self.breaches.append(f"{what}\n    {why}")

    # What is tried on each operation

    def try_operation(self, method, path, operation):
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema")
        usual = {"body": self.example(schema)} if schema else {"body": MISSING}
        if "application/octet-stream" in content:
            usual = {"raw": b"II*\0 an image, nearly", "headers": {"Content-Type": "application/octet-stream"}}
        ask = lambda **more: self.ask(method, path, operation, **{**usual, **more})
        ask()
        for token in ["", "no-such-token", *self.others]:
            ask(token=token)
        if "{id}" in path and path.startswith("/api"):
            for job in self.ids[1:] + STRANGE_IDS:
                ask(ids=job)
        for parameter in operation.get("parameters", []):
            self.try_parameter(parameter, ask, usual)
        ask(query={"no_such_parameter": "1"})
        if schema:
            self.try_bodies(schema, ask)
        elif content:
            for raw in (b"", b"x", b"\0" * 100000):
                ask(raw=raw)

    def try_parameter(self, parameter, ask, usual):
        name, schema = parameter["name"], self.resolved(parameter["schema"])
        values = [self.example(schema), "bytes=0-9", "bytes=5-", "bytes=99999999-"] + [v for v in self.near(schema) if isinstance(v, (str, int, float))]
        for value in values:
            text = str(value)
            if parameter["in"] == "query":
                status = ask(query={name: text})
                number = re.fullmatch(r"-?\d{1,18}", text)
                if schema.get("type") == "integer":
                    is_good = bool(number) and self.valid(schema, int(text))
                    if is_good == (status == 400):
                        self.breach(f"{name}={text[:50]}", f"{status}, but by the document it is {is_good}")
            elif parameter["in"] == "header" and text.isascii() and text.isprintable():
                ask(headers={**usual.get("headers", {}), name: text})

    def try_bodies(self, schema, ask):
        for body in self.bodies(schema):
            status = ask(body=body)
            if status and status < 300 and not self.valid(schema, body):
                self.breach(json.dumps(body)[:200], f"is not in the document, but {status}")
        for raw in (b"", b"{", b"\xff\xfe", b"[" * 30000, b'{"a":' * 9000, b"null", b'"' + b"x" * 200000 + b'"'):
            ask(raw=raw)
        ask(headers={"Content-Type": "text/plain"})

    def try_wrong_methods(self):
        for path, item in self.document["paths"].items():
            for method in ("GET", "PUT", "POST", "DELETE", "PATCH", "BREW"):
                if method.lower() in item:
                    continue
                target = re.sub(r"\{\w+\}", self.ids[0], path)
                status, fields, _ = self.send(method, target, {"Authorization": "Bearer " + self.good}, None)
                allowed = {m.upper() for m in METHODS if m in item}
                if status != 405 or not allowed <= set(re.split(r",\s*", fields.get("allow", ""))):
                    self.breach(f"{method} {target}", f"{status}, Allow: {fields.get('allow')}")


MISSING = object()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--good", required=True)
    parser.add_argument("--other", action="append", default=[])
    parser.add_argument("--id", action="append", required=True)
    arguments = parser.parse_args()
    connection = http.client.HTTPConnection(urlsplit(arguments.url).netloc, timeout=20)
    connection.request("GET", "/openapi.json")
    client = Client(arguments.url, json.loads(connection.getresponse().read()), arguments)
    # What changes the queue or removes jobs comes last: the others need them.
    order = sorted(client.operations(), key=lambda o: (o[0] != "GET", "remove" in o[1] or "batch" in o[1]))
    for method, path, operation in order:
        client.try_operation(method, path, operation)
    client.try_wrong_methods()
    for breach in client.breaches[:40]:
        print(breach)
    print(f"{client.sent} requests, {len(client.breaches)} breaches")
    return 1 if client.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
