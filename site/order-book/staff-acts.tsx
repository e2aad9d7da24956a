import type { StaffAct } from '../../contracts/order.ts';
import { bookWords } from '../../words/en/order-book.ts';
import { money } from '../../words/en/written.ts';
import { fieldMessage } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import { ChoiceForm } from './choice-form.tsx';
import { ExchangeForm } from './exchange-form.tsx';
import { actsOn, type Open, owed } from './open-order.ts';
import type { OpenActs } from './open-order-view.tsx';

/** The acts that are open for the order now. Each act says first what it does, and is done by a second press. */
export function StaffActs({ open, ...acts }: OpenActs & { readonly open: Open }) {
  const may = actsOn(open.order);
  const { asked, actTrouble } = open;
  const ask = (act: StaffAct['act'] | undefined) =>
    acts.onChange({ asked: act, exchange: undefined, choice: undefined, actTrouble: undefined, done: undefined });
  if (may.length === 0) return null;
  const shown = asked !== undefined && may.includes(asked) ? asked : undefined;
  return (
    <section class="card staff-acts" aria-label={bookWords.doing}>
      <p class="staff-ways">
        {may.map((act) => (
          <button
            key={act}
            type="button"
            class="button button-quiet"
            aria-expanded={shown === act}
            onClick={() => {
              ask(shown === act ? undefined : act);
              if (act === 'choose-date' && shown !== act) acts.onDates();
            }}
          >
            {bookWords.actButton[act]}
          </button>
        ))}
      </p>
      {shown === 'choose-date' && <ChoiceForm open={open} {...acts} />}
      {shown === 'take-payment' && <TakePayment open={open} {...acts} />}
      {shown === 'cancel' && (
        <WithReason
          open={open}
          act="cancel"
          what={bookWords.cancelWhat(open.order.tickets, isPaid(open.order))}
          button={bookWords.cancel}
          {...acts}
        />
      )}
      {shown === 'take-back-news' && (
        <WithReason
          open={open}
          act="take-back-news"
          what={bookWords.newsWhat}
          button={bookWords.takeBackNews}
          {...acts}
        />
      )}
      {shown === 'exchange' && <ExchangeForm open={open} {...acts} />}
      {actTrouble && !fieldMessage(actTrouble, 'body.reason') && <StaffTrouble trouble={actTrouble} />}
    </section>
  );
}

const isPaid = ({ payment, total }: Open['order']) => payment.state === 'captured' && total > 0;

function TakePayment({ open, onAct }: OpenActs & { readonly open: Open }) {
  const amount = money(owed(open.order), open.order.currency);
  return (
    <div class="staff-act">
      <p>{bookWords.takeWhat(amount)}</p>
      <button type="button" class="button" onClick={() => onAct({ act: 'take-payment' })} aria-disabled={open.acting}>
        {bookWords.take(amount)}
      </button>
    </div>
  );
}

/** An act that staff give a reason for. */
function WithReason({
  open,
  act,
  what,
  button,
  onAct,
}: OpenActs & {
  readonly open: Open;
  readonly act: 'cancel' | 'take-back-news';
  readonly what: string;
  readonly button: string;
}) {
  const { acting, actTrouble } = open;
  return (
    <form
      class="staff-act"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const { reason = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        onAct({ act, reason });
      }}
    >
      <p>{what}</p>
      <Field
        label={bookWords.reason}
        hint={bookWords.reasonHint}
        name="reason"
        autocomplete="off"
        maxLength={200}
        error={asSentence(fieldMessage(actTrouble, 'body.reason'))}
      />
      <button type="submit" class="button" aria-disabled={acting}>
        {button}
      </button>
    </form>
  );
}

/** Programs read it after the name of the field; at the field it is a sentence. */
function asSentence(message: string | undefined): string | undefined {
  return message && message.charAt(0).toUpperCase() + message.slice(1);
}
