import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './dynamo.ts';

/*
 * Our values as DynamoDB's JSON has them, and back, by the SDK's own rules: `7` is `{ N: '7' }`, an undefined attribute is
 * left out, a whole number beyond 2^53 comes back as a bigint. JSON has no bytes, so they travel in base64.
 */

type WireItem = Parameters<typeof unmarshall>[0];
type Many = Readonly<Record<string, unknown>>;

const toWire = (item: Item): WireItem => {
  const values = marshall(item, { removeUndefinedValues: true });
  eachBytes(values, (bytes) => {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('Bytes are stored as a Uint8Array and as nothing else');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  });
  return values;
};

const fromWire = (values: WireItem): Item => {
  eachBytes(values, (text) => {
    const bytes = Buffer.from(text as string, 'base64');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  });
  return unmarshall(values);
};

/** Puts other bytes in the place of all there are, wherever they stand. The values are nobody else's. */
function eachBytes(values: object, as: (bytes: unknown) => unknown): void {
  for (const value of Object.values(values) as { B?: unknown; BS?: unknown[]; M?: object; L?: object }[]) {
    if (value.M || value.L) eachBytes((value.M ?? value.L) as object, as);
    else if (value.B !== undefined) value.B = as(value.B);
    else if (value.BS) value.BS = value.BS.map(as);
  }
}

const ofEach = <From, To>(convert: (from: From) => To) => {
  return (many: unknown) => (many as readonly From[]).map(convert);
};
const ofField =
  (field: string, convert: (from: never) => unknown) =>
  (all: unknown): unknown => ({ ...(all as Many), [field]: convert((all as Many)[field] as never) });
/** A part of a batch is keys to read, or items to put. */
const ofPart = (convert: (item: never) => unknown) => {
  const ofPuts = ofEach(ofField('PutRequest', ofField('Item', convert)));
  const ofKeys = ofField('Keys', ofEach(convert));
  return (part: unknown) => (Array.isArray(part) ? ofPuts(part) : ofKeys(part));
};
const ofTables = (convert: (part: never) => unknown) => (tables: unknown) =>
  Object.fromEntries(Object.entries(tables as Many).map(([name, part]) => [name, convert(part as never)]));

/** The fields of a call, and those of an answer, that have items or values in them. */
const askedFields: Readonly<Record<string, (of: never) => unknown>> = {
  Key: toWire,
  Item: toWire,
  ExpressionAttributeValues: toWire,
  ExclusiveStartKey: toWire,
  RequestItems: ofTables(ofPart(toWire)),
};
const saidFields: Readonly<Record<string, (of: never) => unknown>> = {
  Item: fromWire,
  Attributes: fromWire,
  LastEvaluatedKey: fromWire,
  Items: ofEach(fromWire),
  Responses: ofTables(ofEach(fromWire)),
  UnprocessedKeys: ofTables(ofPart(fromWire)),
  UnprocessedItems: ofTables(ofPart(fromWire)),
};

function converted(all: object, fields: typeof askedFields): Many {
  const done: Record<string, unknown> = { ...all };
  for (const [field, value] of Object.entries(done)) {
    const convert = fields[field];
    if (convert && value !== undefined && value !== null) done[field] = convert(value as never);
  }
  return done;
}

/** The body of a call. */
export const bodyOf = (asked: object): string => JSON.stringify(converted(asked, askedFields));

/** An item that stands in an error. */
export const itemIn = (values: object): Item => fromWire(values as WireItem);

/** What the body of an answer says. */
export const saidIn = (body: object): Many => converted(body, saidFields);
