import { expect, test } from 'vitest';
import { editPackageJson } from '../../src/lib/init/edit-package-json.ts';

const scripts = new Map([['schema:check', 'polyref check'], ['schema:lint', 'polyref lint']]);

test.each([
  ['two blanks', '{\n  "name": "shop",\n  "scripts": {\n    "test": "vitest"\n  }\n}\n', '{\n  "name": "shop",\n  "scripts": {\n    "test": "vitest",\n    "schema:check": "polyref check",\n    "schema:lint": "polyref lint"\n  }\n}\n'],
  ['four blanks', '{\n    "scripts": {}\n}\n', '{\n    "scripts": {\n        "schema:check": "polyref check",\n        "schema:lint": "polyref lint"\n    }\n}\n'],
  ['tabs, and line ends of Windows', '{\r\n\t"scripts": {\r\n\t\t"a": "b"\r\n\t},\r\n\t"x": 1\r\n}\r\n', '{\r\n\t"scripts": {\r\n\t\t"a": "b",\r\n\t\t"schema:check": "polyref check",\r\n\t\t"schema:lint": "polyref lint"\r\n\t},\r\n\t"x": 1\r\n}\r\n'],
  ['no scripts, no line end', '{\n  "name": "shop"\n}', '{\n  "name": "shop",\n  "scripts": {\n    "schema:check": "polyref check",\n    "schema:lint": "polyref lint"\n  }\n}'],
  ['odd spacing elsewhere, which stays', '{ "name":"shop",\n  "files": ["a",   "b"],\n  "scripts": {\n    "a": "b"\n  } }\n', '{ "name":"shop",\n  "files": ["a",   "b"],\n  "scripts": {\n    "a": "b",\n    "schema:check": "polyref check",\n    "schema:lint": "polyref lint"\n  } }\n'],
  ['a byte order mark', '\uFEFF{\n  "scripts": {}\n}\n', '\uFEFF{\n  "scripts": {\n    "schema:check": "polyref check",\n    "schema:lint": "polyref lint"\n  }\n}\n'],
])('%s', (_, before, after) => {
  expect(editPackageJson(before, scripts)).toEqual({ kind: 'edited', text: after, added: ['schema:check', 'schema:lint'], left: [] });
  expect(editPackageJson(after, scripts)).toEqual({ kind: 'edited', text: after, added: [], left: [] });
});

test('a script that is there stays, whatever it runs', () => {
  const text = '{\n  "scripts": {\n    "schema:lint": "eslint",\n    "schema:check": "polyref check"\n  }\n}\n';
  expect(editPackageJson(text, scripts)).toEqual({ kind: 'edited', text, added: [], left: ['schema:lint'] });
});

test.each([
  ['{\n  "name": "shop",\n}\n', { place: ':3:1', message: 'is not valid JSON (PropertyNameExpected)' }],
  ['{\n  // scripts\n}\n', { place: ':2:3', message: 'is not valid JSON (InvalidCommentToken)' }],
  ['', { place: ':1:1', message: 'is not valid JSON (ValueExpected)' }],
  ['[]', { place: '', message: 'must be an object' }],
  ['{"scripts": ["polyref"]}', { place: '', message: 'must have an object as its `scripts`' }],
])('%j is not changed', (text, problem) => {
  expect(editPackageJson(text, scripts)).toEqual({ kind: 'unreadable', problem });
});
