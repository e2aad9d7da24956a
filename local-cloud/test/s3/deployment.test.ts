import { describe, expect, test } from '@jest/globals';
import { contentTypeOf } from '../../s3/content-type.ts';
import { isDeployed } from '../../s3/deployment-filter.ts';
import { replaceMarkers } from '../../s3/deployment-markers.ts';
import fc from '../same-examples.ts';

describe('markers', () => {
  const replace = (text: string, markers: Record<string, unknown>, config = {}) =>
    replaceMarkers(Buffer.from(text), markers, config).toString();

  test('each is replaced wherever it stands, as text', () => {
    expect(replace('{"a":"<<1>>","b":"<<1>> <<2>>"}', { '<<1>>': 'x', '<<2>>': 'ü' })).toBe('{"a":"x","b":"x ü"}');
  });

  test('inside JSON quotes and backslashes are escaped', () => {
    expect(replace('{"a":"<<1>>"}', { '<<1>>': 'say "hi"\\' }, { jsonEscape: 'true' })).toBe(
      '{"a":"say \\"hi\\"\\\\"}',
    );
  });

  test('a marker may have its own encoding', () => {
    const markerEncodings = {
      '<<1>>': 'JSON_VALUE',
      '<<2>>': 'YAML_STRING',
      '<<3>>': 'YAML_STRING',
      '<<4>>': 'UNQUOTED_JSON_VALUE',
    };
    expect(
      replace(
        '<<1>> <<2>> <<3>> <<4>>',
        { '<<1>>': { a: [1] }, '<<2>>': 'plain', '<<3>>': 'no', '<<4>>': 5 },
        { markerEncodings },
      ),
    ).toBe('{"a":[1]} plain "no" 5');
  });

  test('what cannot be put in place is an error that names the marker', () => {
    expect(() => replace('<<1>>', { '<<1>>': 5 })).toThrow('<<1>>');
    expect(() => replace('<<1>>', { '<<1>>': 'x' }, { markerEncodings: { '<<1>>': 'ROT13' } })).toThrow('ROT13');
  });

  test('every other byte stays what it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        const body = Buffer.concat([before, Buffer.from('<<marker:1>>'), after]);
        expect(replaceMarkers(body, { '<<marker:1>>': 'é' })).toEqual(Buffer.concat([before, Buffer.from('é'), after]));
      }),
    );
  });
});

test('an include brings back what an exclude took away', () => {
  const taken = (path: string) => isDeployed(path, ['*', 'a.txt'], ['assets/*.js', '[!x]?.css']);
  expect(['assets/deep/a.js', 'a.txt', 'a1.css', 'x1.css', 'index.html'].filter(taken)).toEqual([
    'assets/deep/a.js',
    'a1.css',
  ]);
  expect(isDeployed('any/thing', [], [])).toBe(true);
});

test('a file has its type by its name', () => {
  expect(['index.HTML', 'a.js', 'b.woff2', 'no-extension', '.json'].map(contentTypeOf)).toEqual([
    'text/html',
    'text/javascript',
    'font/woff2',
    'binary/octet-stream',
    'binary/octet-stream',
  ]);
});
