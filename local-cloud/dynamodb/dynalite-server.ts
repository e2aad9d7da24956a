/** dynalite, with what it lacks before it: restores to a moment of the past, protection from deletion, deletion by time. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import dynalite, { type DynaliteOptions } from 'dynalite';
import engine, { type Store } from 'dynalite/db/index.js';
import { type ActAnswer, invalid } from './act-answers.ts';
import { deleteTable, describeTimeToLive, updateTable, updateTimeToLive } from './flag-acts.ts';
import {
  type ActInput,
  describeContinuousBackups,
  restoreTableToPointInTime,
  type Tables,
  updateContinuousBackups,
} from './recovery-acts.ts';
import { isHalfRestored } from './restore-table.ts';
import { SettingsOfTables } from './table-settings.store.ts';
import { allTables, removeTable } from './tables.store.ts';
import { usualMostBytes, WrittenBefore } from './written-before.store.ts';

/** An act answers, or leaves it to the engine. */
type Act = (tables: Tables, input: ActInput) => Promise<ActAnswer | undefined>;

const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['DescribeContinuousBackups', describeContinuousBackups],
  ['UpdateContinuousBackups', updateContinuousBackups],
  ['RestoreTableToPointInTime', restoreTableToPointInTime],
  ['UpdateTable', updateTable],
  ['DeleteTable', deleteTable],
  ['DescribeTimeToLive', describeTimeToLive],
  ['UpdateTimeToLive', updateTimeToLive],
]);

/** dynalite opens its store itself and hands it to nobody, so its maker is watched for this moment. */
const openDynalite = (options: DynaliteOptions): { readonly server: Server; readonly store: Store } => {
  const { create } = engine;
  let store: Store | undefined;
  engine.create = (given) => {
    store = create(given);
    return store;
  };
  try {
    const server = dynalite(options);
    if (store === undefined) throw new Error('dynalite opened no store');
    return { server, store };
  } finally {
    engine.create = create;
  }
};

const openTables = async (store: Store, now: () => number, mostBytes: number): Promise<Tables> => {
  await store.db.open();
  const settings = new SettingsOfTables(store.db);
  await settings.open();
  for (const table of (await allTables(store)).filter(isHalfRestored)) await removeTable(store, table);
  const isKept = (table: string): boolean => settings.of(table).recovery !== undefined;
  const before = new WrittenBefore(store, now, isKept, mostBytes);
  await before.open();
  return { store, settings, before };
};

/** dynalite is given a request that says the same again. */
const passOn = (
  engineAnswers: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void => {
  const { method, url, headers } = request;
  const again = Object.assign(new EventEmitter(), { method, url, headers }) as unknown as IncomingMessage;
  engineAnswers(again, response as Parameters<RequestListener>[1]);
  if (body.length > 0) again.emit('data', body);
  again.emit('end');
};

const send = (response: ServerResponse, status: number, body: object): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

const answerAct = async (act: Act, tables: Tables, body: Buffer): Promise<ActAnswer | undefined> => {
  let input: unknown;
  try {
    input = JSON.parse(body.toString('utf8'));
  } catch {
    // The engine says what is wrong with it.
    return undefined;
  }
  return typeof input === 'object' && input !== null
    ? act(tables, input as ActInput)
    : invalid('The body is no object');
};

export interface DynaliteServerOptions {
  readonly path: string;
  /** @default the clock of this machine */
  readonly now?: () => number;
  /** How large all old images may be together. */
  readonly mostBytes?: number;
  /** Answers in the engine's place what is not allowed. @returns whether it did. */
  readonly refuse?: (request: IncomingMessage, body: Buffer, response: ServerResponse) => boolean;
}

/** @returns a server that does not listen yet. */
export const dynaliteServer = async ({
  path,
  now = Date.now,
  mostBytes = usualMostBytes,
  refuse = () => false,
}: DynaliteServerOptions): Promise<Server> => {
  // Tables are ready when the answer comes: there is nothing to provision.
  const { server, store } = openDynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const tables = await openTables(store, now, mostBytes);
  const [engineAnswers] = server.listeners('request') as RequestListener[];
  if (engineAnswers === undefined) throw new Error('dynalite listens to no requests');
  const answer = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const [, action = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    const act = acts.get(action);
    const answered = act && (await answerAct(act, tables, body));
    if (answered === undefined) passOn(engineAnswers, request, response, body);
    else if (answered.ok) send(response, 200, answered.body);
    else send(response, 400, { __type: answered.type, message: answered.message });
  };
  return server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (refuse(request, body, response)) return;
      answer(request, response, body).catch((error: unknown) => {
        send(response, 500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: String(error) });
      });
    });
  });
};
