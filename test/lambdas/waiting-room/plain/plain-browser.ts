import type { Season } from '../../../../contracts/catalogue.ts';
import { published } from '../../../../contracts/paths.ts';
import type { Asked, Shown } from '../../../../lambdas/foundation/page-route.ts';
import { rememberFiles } from '../../../../lambdas/foundation/plain/plain-files.ts';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import type { TakeOverInput } from '../../../../lambdas/waiting-room/place/take-over-place.ts';
import { actPlainLine } from '../../../../lambdas/waiting-room/plain/act-plain-line.ts';
import { listPlainLines, showPlainLine } from '../../../../lambdas/waiting-room/plain/show-plain-line.ts';
import { anOpening, keys, onSale, opensAt, type SmallStage } from '../small-stage.ts';

/* A browser that runs no script, in front of a waiting room in memory: it keeps cookies and follows where it is sent. */

export const member = { member: 'A1001', postcode: 'PO19 6AP' };

export const aSeason: Season = {
  v: 1,
  id: 'season',
  title: 'Summer',
  venue: 'Gale’s Theatre',
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [
    {
      id: onSale,
      title: 'Friends of the theatre',
      audienceName: 'Friends',
      opensAt,
      closesAt: opensAt + 3_600_000,
      entry: 'members',
      seatsPerFan: 8,
      holdMinutes: 8,
    },
  ],
  shows: [],
};

/** Opens the line for members with a roster of a hundred, and publishes a season. */
export async function openForMembers(stage: SmallStage, more: object = {}): Promise<void> {
  const opening = { ...anOpening(), entry: 'members', roster: 'friends', ...more } as ReturnType<typeof anOpening>;
  await stage.open(opening);
  const members = [member, ...Array.from({ length: 100 }, (_, n) => ({ member: `B${n}`, postcode: 'X1' }))];
  const { fans } = stage.stores;
  await loadRoster({ fans, keys }, { roster: 'friends', members });
  stage.files.set(published.season(), aSeason);
}

export interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  /** Whole values of `set-cookie`, as they came. */
  readonly set: string[] = [];
  readonly #stage: SmallStage;
  readonly #files;

  constructor(stage: SmallStage) {
    this.#stage = stage;
    this.#files = rememberFiles(stage.publisher);
  }

  list(sent: Sent = {}): Promise<Shown> {
    return this.#keep(listPlainLines(this.#files, this.#asked(sent, {}, '')));
  }

  look(sent: Sent = {}, line: string = onSale): Promise<Shown> {
    return this.#keep(showPlainLine(this.#files, this.#asked(sent, {}, line)));
  }

  send(form: Readonly<Record<string, string>>, sent: Sent = {}, line: string = onSale): Promise<Shown> {
    const stage = this.#stage;
    const deps = {
      files: this.#files,
      join: ({ onSale: to, request, traits, receipt }: Parameters<Parameters<typeof actPlainLine>[0]['join']>[0]) =>
        stage.joinAs(request, to, traits, receipt),
      claim: (input: { onSale: string; receipt: string | undefined }) => stage.claim(input.receipt, input.onSale),
      devices: (input: { onSale: string; receipt: string | undefined; end?: string }) =>
        stage.devices(input.receipt, input.end, input.onSale),
      takeOver: ({ onSale: to, code, device, traits }: TakeOverInput) =>
        stage.takeOver(code, device, { ...(traits && { traits }), line: to }),
      leave: (input: { onSale: string; receipt: string | undefined }) => stage.leave(input.receipt, input.onSale),
    };
    return this.#keep(actPlainLine(deps, this.#asked(sent, form, line)));
  }

  join(who: { member: string; postcode: string } = member): Promise<Shown> {
    return this.send({ act: 'join', entry: 'members', ...who });
  }

  #asked({ query = {}, headers = {} }: Sent, form: Readonly<Record<string, string>>, line: string): Asked {
    return {
      path: line === '' ? {} : { onSale: line },
      query,
      headers,
      cookies: new Map(this.cookies),
      form: new URLSearchParams(form),
      now: this.#stage.now,
    };
  }

  async #keep(answer: Promise<Shown>): Promise<Shown> {
    const shown = await answer;
    for (const cookie of shown.cookies ?? []) {
      this.set.push(cookie);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0(;|$)/.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return shown;
  }
}

/** The text that a reader sees of a page. */
export const textOf = (html = ''): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
