import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/privacy/canonical.ts';

test('a value reads the same in whatever order its members come', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson(JSON.parse('{"on":"2026-01-12","type":"due-warned"}'))).toBe(
    canonicalJson({ type: 'due-warned', on: '2026-01-12' }),
  );
});

test('what JSON leaves out is left out, and nothing else', () => {
  expect(canonicalJson({ a: undefined, b: null, c: [undefined] })).toBe('{"b":null,"c":[null]}');
  expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  expect(canonicalJson({})).not.toBe(canonicalJson({ a: null }));
});

test.each([
  [{ a: '1' }, { a: 1 }],
  [{ a: ['x', 'y'] }, { a: ['y', 'x'] }],
  [{ a: { b: 'c' } }, { a: '{"b":"c"}' }],
  [{ 'a"': 'b' }, { a: '"b' }],
])('%j is not %j', (one, other) => {
  expect(canonicalJson(one)).not.toBe(canonicalJson(other));
});
