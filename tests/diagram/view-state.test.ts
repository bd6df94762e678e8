import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readViewState, writeViewState, type ViewState } from '../../src/diagrams/client/view-state.ts';

test('a state in an address that a reader can read', () => {
  expect(writeViewState('?tab=2', 1, { zoom: 1.2496, at: [320.4, 200], on: 'postgresql.activities', field: 'ref_id', detail: 'names', depth: 2, hide: ['line-database', 'mongodb'] }))
    .toBe('?tab=2&d.zoom=1.25&d.at=320,200&d.on=postgresql.activities&d.field=ref_id&d.detail=names&d.depth=2&d.hide=line-database,mongodb');
});

test('what is as the page shows it is not said', () => {
  expect(writeViewState('?d.zoom=2&d.at=1,2&d2.depth=3', 1, { detail: 'keys', depth: 1, hide: [] })).toBe('?d2.depth=3');
  expect(writeViewState('', 1, {})).toBe('');
});

test.each([
  ['?d.zoom=hello&d.at=1,2', {}],
  ['?d.zoom=1e9', {}],
  ['?d.zoom=2&d.at=1', { zoom: 2 }],
  ['?d.detail=everything&d.depth=9&d.hide=', {}],
  ['?d.field=ref_id', {}],
  ['?d.to=a&d.to-field=b&d.line=2', {}],
  ['?d.on=a&d.to-field=b&d.line=2', { on: 'a' }],
  ['?d.on=a&d.to=b&d.line=1', { on: 'a', to: 'b' }],
  ['?d2.depth=3', {}],
])('what cannot be meant is left out: %s', (search, expected) => {
  expect(readViewState(search, 1)).toEqual(expected);
});

const name = fc.string({ minLength: 1, unit: 'binary' }).map((text) => text.toWellFormed().replaceAll(',', ''));

test('what was written is read again, whatever the names, for each diagram of the page by itself', () => {
  const end = name.filter((text) => text !== '');
  const states = fc.record({
    on: end, field: end, detail: fc.constantFrom('names', 'all'), depth: fc.constantFrom(2, 3),
    hide: fc.array(name.filter((text) => text !== ''), { minLength: 1 }), zoom: fc.integer({ min: 5, max: 2000 }).map((hundredths) => hundredths / 100), at: fc.tuple(fc.nat(9999), fc.nat(9999)),
  }, { requiredKeys: ['on', 'zoom', 'at'] });
  const lines = fc.oneof(states, fc.tuple(states, fc.record({ to: end, toField: end, line: fc.integer({ min: 2, max: 9 }) }, { requiredKeys: ['to'] })).map(([state, line]) => ({ ...state, ...line })));
  fc.assert(fc.property(lines, lines, (first, second) => {
    const search = writeViewState(writeViewState('', 1, first as ViewState), 2, second as ViewState);
    expect(readViewState(search, 1)).toEqual(first);
    expect(readViewState(search, 2)).toEqual(second);
  }));
});
