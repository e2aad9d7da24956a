import { createHash } from 'node:crypto';
import type { Ledger } from '../../../contracts/ledger.ts';
import type { Board, DrawSheet, EntryKind, LineFile, Place, Rounds, Tier } from '../../../contracts/line.ts';
import {
  appealRequest,
  type Claimed,
  inviteRequest,
  type Joined,
  joinRequest,
  type Lane,
  type Need,
} from '../../../contracts/line-requests.ts';
import { header } from '../../../contracts/paths.ts';
import { positionOf } from '../../../rules/draw.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';

/** The fake venue's line: opened, drawn and called by the test, not by a clock. */
export class FakeLine {
  readonly file: LineFile;
  /** Members that may join, by number. */
  readonly roster = new Map([['A1001', 'PO19 6AP']]);
  board: Board;
  sheets = new Map<number, DrawSheet>();
  /** Published only where a test puts them. */
  rounds?: Rounds;
  ledger?: Ledger;
  /** People who joined the lobby besides the fans of the test. */
  crowd = 1200;
  /** The claims that were made. */
  claims = 0;
  roomFull = false;
  passMinutes = 15;
  /** How often a pass may be extended. */
  extensions = 0;
  /** The lane of every place of the test. */
  lane: Lane | undefined;
  /** Vouchers that let a fan in again. */
  readonly vouchers = new Set<string>();
  /** Addresses that a link was sent to, messages that staff were sent, needs by fan. */
  readonly invited: string[] = [];
  readonly appeals: string[] = [];
  readonly needs = new Map<string, readonly Need[]>();
  /** How hard the proof of work is. */
  effort = 2_000;
  readonly #places = new Map<string, Place>();
  readonly #left = new Set<string>();

  constructor(onSale: string, title: string, opensAt: number, entry: EntryKind, tiers?: readonly Tier[]) {
    this.file = {
      ...(tiers && { tiers }),
      v: 1,
      onSale,
      title,
      opensAt,
      closesAt: opensAt + 7 * 86_400_000,
      entry,
      roundSeconds: 3,
      chain: { anchor: '00'.repeat(32), length: 1 },
      receiptKey: 'A'.repeat(43),
    };
    this.board = {
      v: 1,
      onSale,
      phase: 'lobby',
      at: Date.now(),
      opensAt,
      round: 0,
      drawn: 0,
      calledUpTo: 0,
      waiting: 0,
      rate: 0,
      ledger: { n: 1, head: '00'.repeat(32) },
    };
  }

  turn(change: Partial<Board>): void {
    this.board = { ...this.board, ...change, at: Date.now() };
  }

  /** Closes the round that joins go to and draws it. */
  draw(): DrawSheet {
    const { round } = this.board;
    const ours = [...this.#places.values()].filter((place) => place.round === round).length;
    const counts = [ours, round === 0 ? this.crowd : 0];
    const size = ours + (counts[1] ?? 0);
    const seed = createHash('sha256').update(`seed ${round}`).digest('hex');
    const offset = this.board.drawn;
    const sheet: DrawSheet = { v: 1, onSale: this.file.onSale, round, drawnAt: Date.now(), counts, size, offset, seed };
    this.sheets.set(round, sheet);
    this.turn({ phase: 'open', round: round + 1, drawn: offset + size, waiting: offset + size, rate: 120 });
    return sheet;
  }

  callUpTo(calledUpTo: number): void {
    this.turn({ calledUpTo, waiting: Math.max(0, this.board.drawn - calledUpTo) });
  }

  /** The position of a fan of the test, once drawn. */
  positionOf(member: string): number {
    const place = this.#places.get(member);
    const sheet = place && this.sheets.get(place.round);
    if (!place || !sheet) throw new Error(`${member} has no position`);
    return positionOf(sheet, place);
  }

  join({ body }: FakeRequest): FakeAnswer {
    const read = joinRequest.safeParse(body);
    if (!read.success) {
      const errors = read.error.issues.map(({ path, message }) => ({ field: `body.${path.join('.')}`, message }));
      return no('bad-request', 'Correct and send again.', errors);
    }
    const { data } = read;
    const tier = this.file.tiers?.find((one) => one.entry === data.entry);
    if (data.entry !== (tier ?? this.file).entry) return no('entry-wrong', 'Use the form of this page.');
    const who = data.entry === 'members' ? data.member : data.entry === 'email' ? data.link : data.visitor;
    if (data.entry === 'members' && this.roster.get(who) !== data.postcode) {
      return no('member-unknown', 'Check both against your membership card, or telephone the box office.');
    }
    if (data.entry === 'email' && !who.startsWith('e1.')) return no('link-wrong', 'Have a new link sent to you.');
    if (data.entry === 'open' && !solved(data.work, who)) return no('work-wrong', 'Get a new challenge.');
    if (data.needs) this.needs.set(who, data.needs);
    this.#left.delete(who);
    const known = this.#places.get(who);
    if (known) return ok(this.#joined(known));
    const { onSale } = this.file;
    const round = tier && tier.opensAt > Date.now() ? tier.round : this.board.round;
    const index = [...this.#places.values()].filter((place) => place.round === round).length;
    const place: Place = { v: 1, onSale, fan: who, round, shard: 0, index, joinedAt: Date.now() };
    this.#places.set(who, place);
    this.turn({ waiting: round === 0 ? this.#places.size + this.crowd : this.board.waiting + 1 });
    return ok(this.#joined(place), 201);
  }

  #joined(place: Place): Joined {
    const receipt = `r1.${Buffer.from(JSON.stringify(place)).toString('base64url')}.${'A'.repeat(86)}`;
    return { receipt, place, ...(this.lane && { lane: this.lane }) };
  }

  /** As altcha makes it; the signature is not looked at. */
  challenge({ query }: FakeRequest): FakeAnswer {
    const salt = `salt?visitor=${query.get('visitor')}&`;
    const challenge = sha256(`${salt}${this.effort - 1}`);
    return ok({ algorithm: 'SHA-256', challenge, maxnumber: this.effort, salt, signature: 'ours' });
  }

  invite({ body }: FakeRequest): FakeAnswer {
    const read = inviteRequest.safeParse(body);
    if (!read.success) {
      const errors = [{ field: 'body.email', message: 'type an e-mail address such as ada@example.org' }];
      return no('bad-request', 'Correct and send again.', errors);
    }
    this.invited.push(`${read.data.email} ${read.data.language}`);
    return { status: 202 };
  }

  appeal({ headers, body }: FakeRequest): FakeAnswer {
    if (!this.#whose(headers[header.receipt])) return no('receipt-missing', 'Join the line first.');
    const read = appealRequest.safeParse(body);
    if (!read.success) {
      const errors = [{ field: 'body.message', message: 'say in a sentence why' }];
      return no('bad-request', 'Correct and send again.', errors);
    }
    this.appeals.push(read.data.message);
    return { status: 202 };
  }

  extend({ headers }: FakeRequest): FakeAnswer {
    const who = this.#whose(headers[header.receipt]);
    if (!who || this.extensions === 0) return no('no-more-time', 'Finish before the time is over.');
    this.extensions -= 1;
    this.passMinutes += 5;
    return this.#pass(who);
  }

  claim({ headers }: FakeRequest): FakeAnswer {
    const who = this.#whose(headers[header.receipt]);
    if (!who) return no('receipt-missing', 'Join the line first.');
    if (this.#left.has(who)) return no('place-given-up', 'Join again to take it up.');
    const place = this.#places.get(who);
    if (!place || !this.sheets.has(place.round)) return no('not-drawn-yet', 'Wait for the draw.');
    if (this.positionOf(who) > this.board.calledUpTo) return no('not-your-turn', 'Wait for your number.');
    const { lane } = this;
    if (lane) {
      const answer = no(lane.lane === 'slower' ? 'slower-lane' : 'place-removed', 'Appeal if that is wrong.');
      return { ...answer, body: { ...(answer.body as object), lane } };
    }
    const voucher = headers[header.voucher] ?? '';
    if (this.roomFull && !this.vouchers.delete(voucher)) return no('room-full', 'Wait until somebody leaves.');
    this.claims += 1;
    return this.#pass(who);
  }

  #pass(who: string): FakeAnswer {
    const expiresAt = Date.now() + this.passMinutes * 60_000;
    const pass = `p1.a.${this.file.onSale}.${who}`;
    const claimed: Claimed = { pass, position: this.positionOf(who), expiresAt, extensions: this.extensions };
    return ok(claimed);
  }

  leave({ headers }: FakeRequest): FakeAnswer {
    const who = this.#whose(headers[header.receipt]);
    if (!who) return no('receipt-missing', 'There is no place to leave.');
    this.#left.add(who);
    return { status: 204 };
  }

  hasLeft(who: string): boolean {
    return this.#left.has(who);
  }

  #whose(receipt: string | undefined): string | undefined {
    if (!receipt) return undefined;
    return (JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as Place).fan;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether a proof of work was done for this visitor. */
function solved(work: string, visitor: string): boolean {
  const { challenge, number, salt, signature } = JSON.parse(Buffer.from(work, 'base64').toString()) as {
    readonly [name in 'challenge' | 'salt' | 'signature']: string;
  } & { readonly number: number };
  return signature === 'ours' && salt.includes(visitor) && sha256(`${salt}${number}`) === challenge;
}
