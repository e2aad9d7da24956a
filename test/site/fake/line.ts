import { createHash } from 'node:crypto';
import type { Board, Claimed, DrawSheet, Joined, LineFile, Place } from '../../../contracts/line.ts';
import { joinRequest } from '../../../contracts/line.ts';
import { header } from '../../../contracts/paths.ts';
import { positionOf } from '../../../lambdas/waiting-room/draw.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';

/** The fake venue's line: opened, drawn and called by the test, not by a clock. */
export class FakeLine {
  readonly file: LineFile;
  /** Members that may join, by number. */
  readonly roster = new Map([['A1001', 'PO19 6AP']]);
  board: Board;
  sheets = new Map<number, DrawSheet>();
  /** People who joined the lobby besides the fans of the test. */
  crowd = 1200;
  /** The claims that were made. */
  claims = 0;
  roomFull = false;
  passMinutes = 15;
  readonly #places = new Map<string, Place>();
  readonly #left = new Set<string>();

  constructor(onSale: string, title: string, opensAt: number, entry: 'members' | 'open') {
    this.file = {
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
    if (read.data.entry !== this.file.entry) return no('entry-wrong', 'Use the form of this page.');
    const who = read.data.entry === 'members' ? read.data.member : read.data.visitor;
    if (read.data.entry === 'members' && this.roster.get(read.data.member) !== read.data.postcode) {
      return no('member-unknown', 'Check both against your membership card, or telephone the box office.');
    }
    this.#left.delete(who);
    const known = this.#places.get(who);
    if (known) return ok(this.#joined(known));
    const { onSale } = this.file;
    const { round } = this.board;
    const index = [...this.#places.values()].filter((place) => place.round === round).length;
    const place: Place = { v: 1, onSale, fan: who, round, shard: 0, index, joinedAt: Date.now() };
    this.#places.set(who, place);
    this.turn({ waiting: round === 0 ? this.#places.size + this.crowd : this.board.waiting + 1 });
    return ok(this.#joined(place), 201);
  }

  #joined(place: Place): Joined {
    return { receipt: `r1.${Buffer.from(JSON.stringify(place)).toString('base64url')}.${'A'.repeat(86)}`, place };
  }

  claim({ headers }: FakeRequest): FakeAnswer {
    const who = this.#whose(headers[header.receipt]);
    if (!who) return no('receipt-missing', 'Join the line first.');
    if (this.#left.has(who)) return no('place-given-up', 'Join again to take it up.');
    const place = this.#places.get(who);
    if (!place || !this.sheets.has(place.round)) return no('not-drawn-yet', 'Wait for the draw.');
    if (this.positionOf(who) > this.board.calledUpTo) return no('not-your-turn', 'Wait for your number.');
    if (this.roomFull) return no('room-full', 'Wait until somebody leaves.');
    this.claims += 1;
    const expiresAt = Date.now() + this.passMinutes * 60_000;
    const claimed: Claimed = { pass: `p1.a.${this.file.onSale}.${who}`, position: this.positionOf(who), expiresAt };
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
