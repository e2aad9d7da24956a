import { type AnswerKind, contentSecurityPolicy, isPage, security } from '../../contracts/answer-headers.ts';
import { apiPrefix } from '../../contracts/api.ts';
import type { Season } from '../../contracts/catalogue.ts';
import { languages } from '../../contracts/languages.ts';
import type { Board } from '../../contracts/line.ts';
import { addressOfShow } from '../../contracts/pages.ts';
import { published } from '../../contracts/paths.ts';

/**
 * Whether a deployed stage answers as it must, asked from outside and read-only: pages in every language, the season that is
 * published, boards, the API's way of saying no, and the headers of each. It takes no place in a line and buys nothing, so
 * it may run while fans are there.
 */
export interface SmokeAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Throws when there is no answer. */
export type Get = (path: string) => Promise<SmokeAnswer>;

export interface SmokeFinding {
  readonly path: string;
  /** Empty: it answers as it must. */
  readonly faults: readonly string[];
  /** Why less was looked at than could be. */
  readonly note?: string;
}

export async function smoke(get: Get): Promise<readonly SmokeFinding[]> {
  const look = async (path: string, kind: AnswerKind, ...expects: readonly Expect[]) =>
    await looked(get, path, kind, expects);
  const pages = [...languages.map((language) => (language === 'en' ? '/' : `/${language}`)), '/line', '/hall'];
  const found = [
    ...(await Promise.all(pages.map((path) => look(path, 'pages', is(200), ofType('text/html'))))),
    await look('/door', 'door', is(200), ofType('text/html')),
    await look('/no-such-page', 'pages', is(404)),
    await look(`${apiPrefix}no-such-route`, 'api', is(404), ofType('application/problem+json'), isProblem),
  ];
  return [...found, ...(await smokeOfSeason(get, look))];
}

type Look = (path: string, kind: AnswerKind, ...expects: readonly Expect[]) => Promise<SmokeFinding>;

async function smokeOfSeason(get: Get, look: Look): Promise<readonly SmokeFinding[]> {
  const path = published.season();
  const there = await get(path).catch(() => undefined);
  // A stage that was just made has none. `look` says what is wrong with any other answer.
  if (there?.status === 404) return [{ path, faults: [], note: 'no season is published yet' }];
  const season = there && json<Season>(there);
  const found = [await look(path, 'files', is(200), ofType('application/json'), has('a season', isSeason))];
  if (!isSeason(season)) return found;
  const shows = season.shows.slice(0, 1).map(({ id }) => addressOfShow(id));
  found.push(...(await Promise.all(shows.map((show) => look(show, 'pages', is(200), ofType('text/html'))))));
  const boards = await Promise.all(
    season.onSales.map(async ({ id }) => {
      const board = published.board(id);
      // The line of an on-sale whose doors are far away is not open yet.
      if ((await get(board).catch(() => undefined))?.status === 404) return [];
      return [
        await look(board, 'files', is(200), ofType('application/json'), has(`the board of ${id}`, isBoardOf(id))),
      ];
    }),
  );
  if (boards.flat().length === 0) found.push({ path: '/lines', faults: [], note: 'no line of the season is open yet' });
  return [...found, ...boards.flat()];
}

async function looked(get: Get, path: string, kind: AnswerKind, expects: readonly Expect[]): Promise<SmokeFinding> {
  try {
    const answer = await get(path);
    return { path, faults: [...expects, guarded(kind)].flatMap((expect) => expect(answer)) };
  } catch (error) {
    return { path, faults: [`gives no answer: ${error instanceof Error ? error.message : error}`] };
  }
}

type Expect = (answer: SmokeAnswer) => readonly string[];

const is =
  (status: number): Expect =>
  (answer) =>
    answer.status === status ? [] : [`answers ${answer.status} and not ${status}`];

const ofType =
  (type: string): Expect =>
  ({ headers }) =>
    (headers['content-type'] ?? '').startsWith(type)
      ? []
      : [`is ${headers['content-type'] ?? 'of no type'} and not ${type}`];

const has =
  (what: string, holds: (body: unknown) => boolean): Expect =>
  (answer) =>
    holds(json(answer)) ? [] : [`is not ${what}`];

const isProblem: Expect = (answer) => {
  const { type, title, status } = json<{ type?: unknown; title?: unknown; status?: unknown }>(answer) ?? {};
  return typeof type === 'string' && typeof title === 'string' && status === answer.status
    ? []
    : ['is no problem document'];
};

const isSeason = (body: unknown): body is Season =>
  Array.isArray((body as Season | undefined)?.shows) && Array.isArray((body as Season | undefined)?.onSales);

const isBoardOf = (id: string) => (body: unknown) =>
  (body as Board | undefined)?.onSale === id && typeof (body as Board | undefined)?.phase === 'string';

/** The headers that the CDN adds. Of a page's policy, what no stage has otherwise: the sources of payment differ. */
const guarded =
  (kind: AnswerKind): Expect =>
  ({ headers }) => {
    const seconds = Number(/max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1] ?? 0);
    const policy = headers['content-security-policy'] ?? '';
    const expected = contentSecurityPolicy(kind, {}).split('; ');
    const held = isPage(kind) ? expected.filter((each) => !/^(connect|script)-src/.test(each)) : expected;
    const missing = held.filter((each) => !policy.split('; ').includes(each));
    return [
      ...(seconds >= security.transportSecurityDays * 86_400 ? [] : ['has no strict-transport-security of a year']),
      ...(missing.length === 0 ? [] : [`has a content-security-policy without ${missing.join(', ')}`]),
      ...(/unsafe-/.test(policy) ? ['has a content-security-policy that allows unsafe scripts or styles'] : []),
      ...(headers['x-content-type-options'] === security.contentTypeOptions ? [] : ['has no x-content-type-options']),
      ...(headers['x-frame-options'] === security.frameOptions ? [] : ['has no x-frame-options']),
    ];
  };

function json<Body>({ text }: SmokeAnswer): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
