import type { EntryKind } from '../../contracts/line.ts';
import type { LineOpening } from '../../contracts/line-operation.ts';
import type { JoinRequest } from '../../contracts/line-requests.ts';
import { rememberHeads } from '../../lambdas/foundation/mail-head.ts';
import { giveChallenge } from '../../lambdas/waiting-room/entry/give-challenge.ts';
import { sendInvite } from '../../lambdas/waiting-room/entry/send-invite.ts';
import { solveWork } from '../../lambdas/waiting-room/entry/solve-work.ts';
import type { Traits } from '../../lambdas/waiting-room/entry/suspicion.ts';
import { mailboxIdentity, memberIdentity, visitorIdentity } from '../../lambdas/waiting-room/line/line-keys.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';
import { type Morning, onSale, opensAt } from '../morning.ts';
import { keys } from '../stage/platform.ts';

/*
 * How fans come in. Those of the first tier are members of a roster. In a line of tiers others show that an address of
 * theirs answers, or solve a proof of work, and their doors open later.
 */

export const roster = 'friends';
export const memberOf = (fan: Numbered) => ({ member: `M-${fan.number}`, postcode: `PC ${fan.number}` });

interface Numbered {
  readonly number: number;
}

export type LaterTiers = NonNullable<LineOpening['later']>;

/** Tiers of some lines, whose doors open within two minutes of the first. */
export function laterTiers(draw: Chance): LaterTiers {
  if (!draw.happens(0.4)) return [];
  const email = opensAt + draw.whole(10, 60) * 1000;
  const open = email + draw.whole(5, 60) * 1000;
  return [
    { id: 'letters', name: 'Friends by letter', entry: 'email', opensAt: email },
    { id: 'everyone', name: 'Everyone', entry: 'open', opensAt: open },
  ];
}

/** The way in of one fan of a morning. */
export class Entrant {
  readonly entry: EntryKind;
  /** Milliseconds since the epoch: of their tier. */
  readonly doorsAt: number;
  readonly #fan: Numbered;
  /** How their requests look. */
  readonly traits: Traits;
  #link: string | undefined;
  #salts = 0;

  constructor(fan: Numbered, tiers: LaterTiers, chance: Chance) {
    this.#fan = fan;
    const tier = fan.number % 5;
    const later = tier < 3 ? undefined : tiers[tier - 3];
    this.entry = later?.entry ?? 'members';
    this.doorsAt = later?.opensAt ?? opensAt;
    const script = this.entry === 'open' && chance.happens(0.2);
    this.traits = { address: `192.0.2.${fan.number % 7}`, marks: !script, script };
  }

  get identity(): string {
    if (this.entry === 'members') return memberIdentity([roster], memberOf(this.#fan).member);
    return this.entry === 'email'
      ? mailboxIdentity(keys.line.mailboxKey(this.#address))
      : visitorIdentity(this.#visitor);
  }

  get #address(): string {
    return `fan-${this.#fan.number}@example.org`;
  }

  get #visitor(): string {
    return `visitor-${this.#fan.number}`.padEnd(22, '_');
  }

  /** Undefined if no letter ever came: three an hour are sent, and one that is counted may have been lost. */
  async request(morning: Morning, name: string): Promise<JoinRequest | undefined> {
    if (this.entry === 'members') return { entry: 'members', ...memberOf(this.#fan) };
    if (this.entry === 'open') return { entry: 'open', visitor: this.#visitor, work: await this.#work(morning, name) };
    for (let asked = 0; this.#link === undefined && asked < 3; asked += 1) {
      await this.#askForLink(morning, name);
      if (this.#link === undefined) await morning.wait(5000);
    }
    return this.#link === undefined ? undefined : { entry: 'email', link: this.#link };
  }

  async #askForLink(morning: Morning, name: string): Promise<void> {
    await morning.ask(name, 'ask for a link', (api, now, by) =>
      sendInvite(
        {
          lines: api.lines,
          invites: api.invites,
          keys: keys.line,
          findHead: rememberHeads(api.read),
          site: 'https://tickets.example.org',
          send: async (_, { text }) => {
            await by.call('mail.invite', [name], () => {
              this.#link = /#link=([\w.-]+)/.exec(text)?.[1];
            });
            return 'sent';
          },
        },
        { onSale, email: this.#address, language: 'en' },
        now,
      ),
    );
  }

  /** An easy one, since machines here have better things to do. */
  async #work(morning: Morning, name: string): Promise<string> {
    const given = await morning.ask(name, 'ask for work', (api, now) =>
      giveChallenge(
        {
          lines: api.lines,
          keys: keys.line,
          random: () => 0,
          salt: () => {
            this.#salts += 1;
            return `${this.#fan.number}`.padStart(12, '0') + `${this.#salts}`.padStart(12, '0');
          },
        },
        { onSale, visitor: this.#visitor },
        now,
      ),
    );
    if (!given.ok) throw new Error(given.detail);
    return solveWork(given.challenge);
  }
}
