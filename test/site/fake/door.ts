import { type Admission, admissionRequest, type DoorList } from '../../../contracts/door.ts';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';

/** The fake venue's door: signs tickets with a key of its own and marks each once. */
export class FakeDoor {
  readonly staffKey = 'the-staff-key';
  readonly key = new SigningKey(Buffer.alloc(32, 9));
  readonly used = new Map<string, { readonly at: number; readonly door: string }>();
  readonly void = new Set<string>();
  /** By ticket. */
  readonly concessions = new Map<string, string>();

  ticket(ticket: string, performance: string, seat: string): string {
    return this.key.seal('t1', { i: ticket, p: performance, s: seat, o: 'order000000000000001' });
  }

  answer(performance: string, { method, headers, body }: FakeRequest): FakeAnswer {
    if (headers.authorization !== `Bearer ${this.staffKey}`) return no('staff-key-wrong', 'Ask your administrator.');
    if (method === 'GET') {
      const list: DoorList = {
        performance,
        at: Date.now(),
        publicKey: this.key.publicKey,
        used: Object.fromEntries(this.used),
        void: [...this.void],
      };
      return ok(list);
    }
    const read = admissionRequest.safeParse(body);
    if (!read.success) return no('bad-request', 'Correct and send again.');
    const { door, scans } = read.data;
    return ok({ admissions: scans.map(({ code, at }) => this.#admit(performance, code, { at, door })) });
  }

  #admit(performance: string, code: string, mark: { readonly at: number; readonly door: string }): Admission {
    const said = this.key.open<{ i: string; p: string; s: string }>('t1', code);
    if (!said) return { state: 'forged' };
    const { i: ticket, p, s: seat } = said;
    if (p !== performance) return { state: 'elsewhere', performance: p };
    if (this.void.has(ticket)) return { state: 'void', ticket, seat };
    const first = this.used.get(ticket) ?? mark;
    this.used.set(ticket, first);
    if (first.at !== mark.at || first.door !== mark.door) return { state: 'used', ticket, seat, ...first };
    const concession = this.concessions.get(ticket);
    const label = seat.replace(/^(\w+)-(\w+)-(\w+)$/, (_, part, row, n) => `${part}, row ${row}, seat ${n}`);
    return { state: 'admitted', ticket, seat, label, ...(concession !== undefined && { concession }) };
  }
}
