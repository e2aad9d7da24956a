import { doorWords } from '../../words/en/door.ts';
import { money, shortMoment, timeOfDay } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { seatInWords } from '../seat-name.ts';
import type { Night } from './door-api.ts';
import type { Found } from './door-work.ts';

/*
 * The answer, over the whole screen. It is a colour, a shape and a word, each enough by itself. So it is read at arm's
 * length, in the dark, and by somebody who does not see the colour.
 */
export function AnswerView(props: {
  readonly found: Found;
  readonly nights: readonly Night[];
  readonly timeZone: string;
  /** Other doors were not heard of for so long that "first" means little. */
  readonly late: boolean;
  /** Somebody is signed in who may take a payment in the order book. */
  readonly takesPayments: boolean;
  readonly checking: boolean;
  /** Another code came meanwhile, and was not looked up. */
  readonly missed: boolean;
  readonly onNext: () => void;
  /** The steward lets in somebody who has not paid: the second press. */
  readonly onLetIn: (found: Found) => void;
}) {
  const { found, takesPayments, checking, missed, onNext, onLetIn } = props;
  const { kind, word, place, amount, amountFor, detail } = answerOf(props);
  const unpaid = found.state !== 'blind' && found.said.state === 'unpaid' ? found.said : undefined;
  return (
    <div
      class={`answer answer-${kind}`}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="answer"
      aria-describedby="answer-detail"
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d={shapes[kind]} />
      </svg>
      <p class="answer-word" id="answer">
        {word}
      </p>
      <div id="answer-detail">
        {amount !== undefined && <p class="answer-amount">{amount}</p>}
        {amountFor !== undefined && <p class="answer-detail">{amountFor}</p>}
        {place !== undefined && <p class="answer-place">{place}</p>}
        {detail.map((line) => (
          <p key={line} class="answer-detail">
            {line}
          </p>
        ))}
        {missed && <p class="answer-detail">{doorWords.missed}</p>}
      </div>
      <div class="answer-ways">
        <button type="button" class="button" ref={takeFocus} onClick={onNext}>
          {doorWords.next}
        </button>
        {unpaid?.may === 'amber' && (
          <button type="button" class="button answer-let-in" onClick={() => onLetIn(found)} aria-disabled={checking}>
            {doorWords.letInUnpaid}
          </button>
        )}
        {unpaid && takesPayments && (
          <a class="answer-link" href={`/order-book#order=${unpaid.owed.order}`}>
            {doorWords.takePayment}
          </a>
        )}
      </div>
    </div>
  );
}

/** Enter, or a tap on it, goes on; and a screen reader is where the answer is. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus({ preventScroll: true });

type VerdictKind = 'in' | 'owing' | 'proof' | 'late' | 'unpaid' | 'used' | 'void' | 'elsewhere' | 'forged' | 'blind';

/** Tick, tick before a dot, tick over a line, tick over dots, exclamation mark, cross, bar, arrow, broken square, question: no two alike. */

const shapes: Readonly<Record<VerdictKind, string>> = {
  in: 'M18 52 42 76 84 26',
  owing: 'M14 48 36 70 74 24M88 84V86',
  proof: 'M20 40 42 62 80 16M14 88H86',
  late: 'M20 36 42 58 80 12M16 88H17M49.5 88H50.5M83 88H84',
  unpaid: 'M50 8V60M50 82V84',
  used: 'M22 22 78 78M78 22 22 78',
  void: 'M50 12A38 38 0 1 1 49.9 12M23 77 77 23',
  elsewhere: 'M12 50H84M58 22 86 50 58 78',
  forged: 'M20 20H48M64 20H80V48M80 64V80H52M36 80H20V52M20 36V20',
  blind: 'M32 36A18 18 0 1 1 56 53Q50 57 50 66M50 82V84',
};

function answerOf({ found, nights, timeZone, late }: Parameters<typeof AnswerView>[0]): {
  readonly kind: VerdictKind;
  readonly word: string;
  readonly place?: string | undefined;
  readonly amount?: string;
  /** The order that the amount is for: said beside it, before the one seat that was scanned. */
  readonly amountFor?: string;
  readonly detail: readonly string[];
} {
  if (found.state === 'blind') return { kind: 'blind', word: doorWords.blind, detail: [doorWords.blindDetail] };
  const { said, here } = found;
  const place = found.place && seatInWords(found.place);
  if (said.state === 'forged') {
    const { isOther = 'other' } = found;
    if (isOther === 'nothing')
      return { kind: 'blind', word: doorWords.nothing, detail: [doorWords.otherCodes.nothing] };
    const why = found.keyboard ? doorWords.scannerWrong(found.keyboard) : doorWords.otherCodes[isOther];
    return { kind: 'forged', word: doorWords.forged, detail: [why] };
  }
  if (said.state === 'elsewhere')
    return {
      kind: 'elsewhere',
      word: doorWords.elsewhere,
      detail: forAnother(said.performance, nights),
    };
  if (said.state === 'void')
    return {
      kind: 'void',
      word: doorWords.void,
      place,
      detail: [said.why ? doorWords.offDetail : doorWords.voidDetail],
    };
  if (said.state === 'used') {
    const when = isToday(said.usedAt, timeZone) ? timeOfDay(said.usedAt, timeZone) : shortMoment(said.usedAt, timeZone);
    return {
      kind: 'used',
      word: doorWords.used,
      place,
      detail: [doorWords.atDoor(when, isolated(said.door)), doorWords.usedDo],
    };
  }
  const proof = said.concession === undefined ? [] : [doorWords.showProof(isolated(said.concession))];
  if (said.state === 'unpaid') {
    const { owed, may } = said;
    const told = [
      may === 'amber' ? doorWords.owesAmber : doorWords.owesRefuse,
      ...(here ? [doorWords.owesAsKnown] : []),
      ...(may === 'amber' ? proof : []),
    ];
    return {
      kind: 'unpaid',
      word: doorWords.unpaid,
      amount: money(owed.amount, owed.currency),
      amountFor: doorWords.owesFor(owed.reference),
      place,
      detail: told,
    };
  }
  const owing = said.owed
    ? [doorWords.letInOwing(money(said.owed.amount, said.owed.currency), said.owed.reference)]
    : [];
  if (said.concession !== undefined)
    return { kind: 'proof', word: doorWords.proof, place, detail: [...proof, ...owing] };
  if (here && late)
    return {
      kind: 'late',
      word: doorWords.admitted,
      place,
      detail: [...owing, doorWords.checkedLate, doorWords.checkedHere],
    };
  return {
    kind: said.owed ? 'owing' : 'in',
    word: doorWords.admitted,
    place,
    detail: here ? [...owing, doorWords.checkedHere] : owing,
  };
}

function forAnother(performance: string, nights: readonly Night[]): readonly string[] {
  const night = nights.find(({ id }) => id === performance);
  if (!night) return [doorWords.elsewhereUnknown];
  const named = `${isolated(night.title)}, ${shortMoment(night.startsAt, night.timeZone)}`;
  return [doorWords.elsewhereDetail(named), doorWords.elsewhereDo];
}

function isToday(at: number, timeZone: string): boolean {
  return shortMoment(at, timeZone).split(',')[0] === shortMoment(Date.now(), timeZone).split(',')[0];
}
