// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is CloudFormation's own syntax
import { describe, expect, test } from '@jest/globals';
import { noValue, resolve, type Scope } from '../../assembly/intrinsics.ts';
import type { Json } from '../../assembly/template.ts';
import fc from '../same-examples.ts';

const scope: Scope = {
  ref: (name) =>
    ({ Stage: 'test', Count: 3, 'AWS::Region': 'eu-west-2', Names: ['a', 'b'] as readonly string[] })[name],
  attribute: (id, attribute) =>
    id === 'Api' ? { Endpoint: 'https://api.test', 'Nested.Port': 80 }[attribute] : undefined,
  exported: (name) => (name === 'Data:Table' ? 'things' : undefined),
  output: (stack, name) => (`${stack}.${name}` === 'Data.Table' ? 'things' : undefined),
  mapping: (map, key, attribute) => (`${map}.${key}.${attribute}` === 'Sizes.test.memory' ? 256 : undefined),
  condition: (name) => name === 'Yes',
  zones: (region) => [`${region}a`, `${region}b`],
  dynamic: (reference) => `<${reference}>`,
};
const value = (json: Json): Json => resolve(json, scope, 'Stack.Thing');

describe('intrinsic functions', () => {
  test.each<[string, Json, Json]>([
    ['Ref to a parameter', { Ref: 'Stage' }, 'test'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-2'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Api', 'Endpoint'] }, 'https://api.test'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Api.Endpoint' }, 'https://api.test'],
    ['GetAtt of a nested attribute', { 'Fn::GetAtt': 'Api.Nested.Port' }, 80],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, { Ref: 'Count' }]] }, 'a-test-3'],
    ['Join over a list that a function gives', { 'Fn::Join': ['+', { Ref: 'Names' }] }, 'a+b'],
    [
      'Sub',
      { 'Fn::Sub': '${Stage}/${Api.Endpoint}/${!kept}/${AWS::Region}' },
      'test/https://api.test/${kept}/eu-west-2',
    ],
    ['Sub with own values', { 'Fn::Sub': ['${Own} ${Stage}', { Own: { Ref: 'Count' } }] }, '3 test'],
    ['Select and Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://api.test'] }] }, 'api.test'],
    ['Select by a text', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    ['If that holds', { 'Fn::If': ['Yes', { Ref: 'Stage' }, 'other'] }, 'test'],
    ['If that does not', { 'Fn::If': ['No', 'one', 'other'] }, 'other'],
    ['Equals', { 'Fn::Equals': [{ Ref: 'Count' }, '3'] }, true],
    [
      'Not, And, Or',
      { 'Fn::Not': [{ 'Fn::And': [{ 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] }, { Condition: 'No' }] }] },
      true,
    ],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
    ['ImportValue', { 'Fn::ImportValue': 'Data:Table' }, 'things'],
    [
      'GetStackOutput',
      { 'Fn::GetStackOutput': { StackName: 'Data', Region: 'eu-west-2', OutputName: 'Table' } },
      'things',
    ],
    ['Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['eu-west-2a', 'eu-west-2b']],
    [
      'a dynamic reference inside a joined text',
      { 'Fn::Join': ['', ['x={{resolve:ssm:/', { Ref: 'Stage' }, '}};']] },
      'x=<ssm:/test>;',
    ],
    ['NoValue drops the key', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue drops the entry', [{ 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, 2], [2]],
    [
      'an object whose key only looks like a condition',
      { Condition: { StringEquals: { a: 'b' } } },
      { Condition: { StringEquals: { a: 'b' } } },
    ],
  ])('%s', (_, json, expected) => {
    expect(value(json)).toEqual(expected);
  });

  test.each<[string, Json, RegExp]>([
    ['an unknown function', { a: [{ 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }] }, /Stack\.Thing\.a\[0\].*Fn::Cidr/],
    ['an unknown name', { a: { Ref: 'Nobody' } }, /Stack\.Thing\.a.*"Nobody"/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Api', 'Colour'] }, /attribute "Colour" of the resource "Api"/],
    ['an export nobody made', { 'Fn::ImportValue': 'Other' }, /exports "Other"/],
    ['an output nobody made', { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Other' } }, /output "Other"/],
    ['an entry past the end', { 'Fn::Select': [5, ['a']] }, /no entry 5/],
  ])('%s is an error that names it and the place', (_, json, message) => {
    expect(() => value(json)).toThrow(message);
  });

  test('what holds no function comes back as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
        const text = JSON.stringify(json);
        fc.pre(!/"(Ref|Fn::[^"]*|Condition)":|\{\{resolve:/.test(text));
        expect(JSON.stringify(value(json as Json))).toBe(text);
      }),
    );
  });

  test('NoValue alone cannot be a value', () => {
    expect(String(noValue)).toContain('NoValue');
    expect(() => value({ Ref: 'AWS::NoValue' })).toThrow('cannot stand here');
  });
});
