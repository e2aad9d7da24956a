/** Questions and replies as messages of DNS: RFC 1035. */
import dns from 'dns2';
import type { Question, Reply, ResourceRecord } from './answers.ts';

const { Packet } = dns;
type DnsMessage = InstanceType<typeof Packet>;

/** The one question of a message; undefined if there is not one, or it is of another class than the internet's. */
export function questionIn(message: DnsMessage): Question | undefined {
  const [question, second] = message.questions;
  if (!question || second || question.class !== Packet.CLASS.IN) return undefined;
  return { name: question.name, type: Packet.TYPE_NAME[question.type] ?? `TYPE${question.type}` };
}

export function replyTo(request: DnsMessage, { code, isAuthoritative, answers, authority }: Reply): DnsMessage {
  const message = Packet.createResponseFromRequest(request);
  Object.assign(message.header, { qr: 1, aa: isAuthoritative ? 1 : 0, ra: 0, rcode: Packet.RCODE[code] });
  message.answers = answers.map(resourceOf);
  message.authorities = authority.map(resourceOf);
  return message;
}

/** @param code For a message that asks nothing that could be answered. */
export function refusalOf(request: DnsMessage, code: 'FORMERR' | 'NOTIMP' | 'SERVFAIL'): DnsMessage {
  return Packet.createErrorResponseFromRequest(request, Packet.RCODE[code]);
}

export function isAnswer(message: DnsMessage): boolean {
  return message.header.qr === 1;
}

/** Opcode 0: all others change or transfer a zone. */
export function isQuery(message: DnsMessage): boolean {
  return message.header.opcode === 0;
}

function resourceOf({ name, type, ttl, value }: ResourceRecord) {
  const fields = { name, type: Packet.TYPE[type], class: Packet.CLASS.IN, ttl, ...dataOf(type, value) };
  return new Packet.Resource(fields);
}

function dataOf(type: ResourceRecord['type'], value: string): Readonly<Record<string, unknown>> {
  const parts = value.split(/\s+/);
  switch (type) {
    case 'A':
    case 'AAAA':
      return { address: value };
    case 'CNAME':
      return { domain: withoutDot(value) };
    case 'NS':
      return { ns: withoutDot(value) };
    case 'MX':
      return { priority: Number(parts[0]), exchange: withoutDot(parts[1] ?? '') };
    case 'TXT':
      return { data: textsIn(value) };
    case 'SOA': {
      const [primary = '', admin = '', ...numbers] = parts;
      const [serial, refresh, retry, expiration, minimum] = numbers.map(Number);
      return { primary, admin, serial, refresh, retry, expiration, minimum };
    }
  }
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}

/** Route 53 has texts in quotes, several in a value. */
function textsIn(value: string): readonly string[] {
  const quoted = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
  return quoted.length > 0 ? quoted : [value];
}
