import { bookWords } from '../../words/en/order-book.ts';
import { personWords as words } from '../../words/en/personal-data.ts';
import { money, shortMoment } from '../../words/en/written.ts';
import { fieldMessage } from '../api.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { StaffTrouble } from '../sign-in/signed-in-view.tsx';
import { erasable, type PersonActs, type PersonState } from './person.ts';

interface PersonShown {
  readonly person: PersonState;
  readonly acts: PersonActs;
}

/** What is held of one person: found by address, handed over as a file, erased. */
export function PersonView({ person, acts }: PersonShown) {
  const { email, orders, busy, erased, trouble } = person;
  return (
    <section class="person" aria-labelledby="person">
      <p>
        <button type="button" class="link" onClick={acts.close}>
          ← {bookWords.back}
        </button>
      </p>
      <h2 id="person">{words.title}</h2>
      <p>{words.what}</p>
      <form
        class="person-search"
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          acts.look(valuesOf(submit.currentTarget as HTMLFormElement).email ?? '');
        }}
      >
        <Field
          label={words.email}
          name="email"
          type="email"
          autocomplete="off"
          defaultValue={email}
          error={fieldMessage(trouble, 'body.email') && words.emailWrong}
        />
        <button type="submit" class="button" aria-disabled={busy !== undefined}>
          {busy === 'looking' ? words.looking : words.look}
        </button>
      </form>
      {trouble && !fieldMessage(trouble, 'body.email') && !fieldMessage(trouble, 'body.reason') && (
        <StaffTrouble trouble={trouble} />
      )}
      {erased !== undefined && <Notice title={words.erased(erased)} tone="good" role="status" />}
      {orders &&
        (orders.length === 0 ? (
          <Notice title={words.none} role="status">
            <p>{words.noneDetail}</p>
          </Notice>
        ) : (
          <Found person={person} acts={acts} />
        ))}
    </section>
  );
}

function Found({ person, acts }: PersonShown) {
  const { orders = [], asked } = person;
  return (
    <>
      <p role="status">{words.found(orders.length)}</p>
      <ul class="person-orders">
        {orders.map(({ order, reference, placedAt, timeZone, total, currency, kept }) => (
          <li key={order}>
            <a href={`#order=${order}`}>{reference}</a> {shortMoment(placedAt, timeZone)}, {money(total, currency)}
            {kept && <small>{words.kept[kept]}</small>}
          </li>
        ))}
      </ul>
      <p class="staff-ways">
        <button type="button" class="button button-quiet" onClick={() => acts.keep(words.elsewhere)}>
          {words.keep}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={asked === true}
          onClick={() => acts.ask(!asked)}
        >
          {words.erase}
        </button>
      </p>
      {asked && <Erase person={person} acts={acts} />}
    </>
  );
}

function Erase({ person, acts }: PersonShown) {
  const { orders = [], busy, trouble } = person;
  const [now, although] = [erasable(orders, false).length, erasable(orders, true).length];
  return (
    <form
      class="staff-act"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const { reason = '', although: ticked } = valuesOf(submit.currentTarget as HTMLFormElement);
        acts.erase(reason, ticked !== undefined);
      }}
    >
      <p>{words.eraseWhat(now, orders.length)}</p>
      <ul>
        {words.elsewhere.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {although > now && (
        <label class="way">
          <input type="checkbox" name="although" />
          <span>
            <b>{words.although(although - now)}</b>
            {words.althoughWhat}
          </span>
        </label>
      )}
      <Field
        label={bookWords.reason}
        hint={bookWords.reasonHint}
        name="reason"
        autocomplete="off"
        maxLength={200}
        error={fieldMessage(trouble, 'body.reason') && words.reasonWrong}
      />
      <button type="submit" class="button" aria-disabled={busy !== undefined}>
        {busy === 'erasing' ? words.erasing : words.eraseNow}
      </button>
    </form>
  );
}
