import type { PaymentMethod } from '../../../contracts/order.ts';
import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { typedOnTheWall, zoneHere } from '../../../rules/wall-clock.ts';
import { saleWords as words } from '../../../words/en/control-room-sale.ts';
import { isolated } from '../../../words/isolated.ts';
import { fieldMessage } from '../../api.ts';
import { Field } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import { effectsOf, isSame, keptSeats, type Outlook, type SaleWish } from './effects.ts';
import { isOvertaken, type SaleDesk, type SaleHand, type SaleState } from './sale.ts';

interface HandProps {
  readonly state: SaleState;
  readonly sale: SaleLeversShown;
  readonly hand: SaleHand;
  readonly desk: SaleDesk;
  readonly outlook: Outlook;
}

/** The lever in hand: to what, what it will do, why, and the press that turns it. */
export function HandPanel(props: HandProps) {
  const { state, sale, hand, desk, outlook } = props;
  const { turning, turnTrouble } = state;
  const { wish, reason } = hand;
  const isSeen = !isOvertaken(state);
  const wrong = wrongIn(hand, sale, outlook.now);
  const mayTurn = isSeen && !turning && wrong === undefined && !isSame(sale, wish);
  return (
    <form
      class="card sale-hand"
      aria-labelledby="hand"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        if (mayTurn) desk.onTurn();
      }}
    >
      <h2 id="hand" tabIndex={-1}>
        {titleOf(wish, sale)}
      </h2>
      <Setting {...props} wrong={wrong} />
      <h3>{words.effect}</h3>
      <ul class="sale-effect" aria-live="polite">
        {(wrong === undefined ? effectsOf(sale, wish, outlook) : []).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {!isSeen && <Overtaken sale={sale} desk={desk} />}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        autocomplete="off"
        maxLength={300}
        value={reason}
        onInput={(input) => desk.onHand({ reason: input.currentTarget.value })}
        error={asSentence(fieldMessage(turnTrouble, 'body.reason'))}
      />
      {turnTrouble && !fieldMessage(turnTrouble, 'body.reason') && <StaffTrouble trouble={turnTrouble} />}
      <p class="sale-ways">
        <button type="submit" class="button" aria-disabled={!mayTurn}>
          {turning ? words.turning : turnWords(wish, sale)}
        </button>
        <button type="button" class="button button-quiet" onClick={() => desk.onTake(undefined)}>
          {words.leave}
        </button>
      </p>
    </form>
  );
}

/** Two people at one lever: the second sees what the first did, and decides again. */
function Overtaken({ sale: { turns }, desk }: Pick<HandProps, 'sale' | 'desk'>) {
  const [last] = turns;
  return (
    <Notice title={words.moved} tone="trouble" role="alert">
      {last && <p>{words.movedBy(isolated(last.by), words.act[last.act] ?? last.act, isolated(last.reason))}</p>}
      <p>{words.movedDetail}</p>
      <button type="button" class="button" onClick={desk.onSeen}>
        {words.seen}
      </button>
    </Notice>
  );
}

function Setting({ sale, hand, desk, wrong }: HandProps & { readonly wrong: string | undefined }) {
  const { wish } = hand;
  if (wish.act === 'limit')
    return (
      <Field
        label={words.limitTo}
        name="limit"
        type="number"
        inputMode="numeric"
        min={1}
        max={100}
        value={hand.typed ?? `${wish.seatsPerFan}`}
        error={wrong}
        onInput={(input) => {
          const typed = input.currentTarget.value;
          desk.onHand({ typed, wish: { act: 'limit', seatsPerFan: Number(typed) } });
        }}
      />
    );
  if (wish.act === 'release') return <When sale={sale} hand={hand} wish={wish} desk={desk} wrong={wrong} />;
  if (wish.act !== 'methods') return null;
  const turn = (method: PaymentMethod, isOffered: boolean) => {
    const others = wish.methods.filter((one) => one !== method);
    desk.onHand({ wish: { act: 'methods', methods: isOffered ? [...others, method] : others } });
  };
  return (
    <fieldset class="sale-choices">
      <legend>{words.methods}</legend>
      {sale.methods.known.map((method) => (
        <label key={method} class="sale-choice">
          <input
            type="checkbox"
            checked={wish.methods.includes(method)}
            onChange={(change) => turn(method, change.currentTarget.checked)}
          />{' '}
          {words.method[method]}
        </label>
      ))}
      {wrong && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

/** At once, or at a set time. */
function When({
  sale,
  hand,
  wish,
  desk,
  wrong,
}: Pick<HandProps, 'sale' | 'hand' | 'desk'> & {
  readonly wish: Extract<SaleWish, { act: 'release' }>;
  readonly wrong: string | undefined;
}) {
  const zone = sale.performances[0]?.timeZone ?? 'UTC';
  const { when } = hand;
  const set = (changed: SaleHand['when']) => desk.onHand({ when: changed, wish: { ...wish, at: atOf(changed, zone) } });
  return (
    <fieldset class="sale-choices">
      {[undefined, { day: '', time: '' }].map((choice) => (
        <label key={choice ? 'later' : 'now'} class="sale-choice">
          <input
            type="radio"
            name="when"
            checked={(when === undefined) === (choice === undefined)}
            onChange={() => set(choice)}
          />{' '}
          {choice ? words.atTime : words.atOnce}
        </label>
      ))}
      {when && (
        <>
          {(['day', 'time'] as const).map((name) => (
            <Field
              key={name}
              label={words[name]}
              name={name}
              type={name === 'day' ? 'date' : 'time'}
              value={when[name]}
              onInput={(input) => set({ ...when, [name]: input.currentTarget.value })}
            />
          ))}
          <p class="hint">{words.zone(zoneHere(zone))}</p>
          {wrong && (
            <p class="field-error" role="alert">
              {wrong}
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}

/** Undefined while nothing that any clock shows is typed. */
function atOf(when: SaleHand['when'], zone: string): number | undefined {
  const found = when && typedOnTheWall(when.day, when.time, zone);
  return found?.ok ? found.at : undefined;
}

function wrongIn({ wish, when }: SaleHand, { performances }: SaleLeversShown, now: number): string | undefined {
  if (wish.act === 'release') {
    const { at } = wish;
    if (!when) return undefined;
    const chosen = performances.filter(({ performance }) => wish.performances.includes(performance));
    const isGood = at !== undefined && at > now && chosen.every(({ startsAt }) => at < startsAt);
    return isGood ? undefined : words.timeWrong;
  }
  if (wish.act === 'methods') return wish.methods.length === 0 ? words.methodsWrong : undefined;
  if (wish.act !== 'limit') return undefined;
  const { seatsPerFan } = wish;
  return Number.isInteger(seatsPerFan) && seatsPerFan >= 1 && seatsPerFan <= 100 ? undefined : words.limitWrong;
}

function titleOf(wish: SaleWish, sale: SaleLeversShown): string {
  if (wish.act === 'limit') return words.limit;
  if (wish.act === 'methods') return words.methods;
  if (wish.act === 'withdraw') return words.planned;
  return turnWords(wish, sale);
}

function turnWords(wish: SaleWish, { performances }: SaleLeversShown): string {
  switch (wish.act) {
    case 'limit':
      return words.turn.limit(wish.seatsPerFan);
    case 'methods':
      return words.turn.methods;
    case 'release':
      return words.turn.release(keptSeats(performances, wish), isolated(wish.partner));
    case 'withdraw':
      return words.turn.withdraw;
    default:
      return words.turn[wish.act](wish.performances.length);
  }
}

/** Programs read it after the name of the field; at the field it is a sentence. */
function asSentence(message: string | undefined): string | undefined {
  return message && message.charAt(0).toUpperCase() + message.slice(1);
}
