/**
 * The CDK cannot know a value such as a domain name before the deployment, so it leaves a marker in
 * the file and says beside it what belongs there. This puts the values in, as the CDK's own
 * deployment function does: bytes for bytes, each value encoded the way its marker asks.
 */
import { Refused } from '../refused.ts';

export type MarkerEncoding = 'LITERAL' | 'UNQUOTED_JSON_VALUE' | 'JSON_VALUE' | 'YAML_STRING';

export interface MarkersConfig {
  readonly jsonEscape?: unknown;
  readonly markerEncodings?: Readonly<Record<string, string>>;
}

export function replaceMarkers(
  body: Buffer,
  markers: Readonly<Record<string, unknown>>,
  config: MarkersConfig = {},
): Buffer {
  const names = Object.keys(markers);
  if (names.length === 0) return body;
  // One character a byte, so that a file that is no text survives.
  let text = body.toString('latin1');
  for (const name of names) {
    text = text.replaceAll(asBytes(name), asBytes(encodeMarker(name, markers[name], config)));
  }
  return Buffer.from(text, 'latin1');
}

function encodeMarker(name: string, value: unknown, config: MarkersConfig): string {
  const byDefault = String(config.jsonEscape).toLowerCase() === 'true' ? 'UNQUOTED_JSON_VALUE' : 'LITERAL';
  const encoding = config.markerEncodings?.[name] ?? byDefault;
  switch (encoding) {
    case 'LITERAL':
      return text(name, value, encoding);
    case 'UNQUOTED_JSON_VALUE':
      return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
    case 'JSON_VALUE':
      return JSON.stringify(value);
    case 'YAML_STRING':
      return yamlString(text(name, value, encoding));
    default:
      throw new Refused(`Unknown encoding ${encoding} of the marker ${name} in a bucket deployment`);
  }
}

function text(name: string, value: unknown, encoding: string): string {
  if (typeof value === 'string') return value;
  throw new Refused(`The marker ${name} of a bucket deployment is ${typeof value}, but ${encoding} takes a string`);
}

function yamlString(value: string): string {
  const reserved = ['y', 'n', 'yes', 'no', 'true', 'false', 'on', 'off', 'null'];
  const plain = /^[A-Za-z][A-Za-z0-9._-]*$/.test(value) && !reserved.includes(value.toLowerCase());
  return plain ? value : JSON.stringify(value);
}

function asBytes(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
