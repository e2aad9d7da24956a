import type { DoorList, Guest } from '../../contracts/door.ts';
import { doorWords } from '../../words/en/door.ts';
import { money, timeOfDay } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { countdown } from '../../words/writing.ts';
import { browser } from '../browser.gateway.ts';
import { Field } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { seatInWords } from '../seat-name.ts';
import type { KeptGuests } from './door-log.store.ts';
import { findGuests } from './find-guests.ts';
import type { LetIn } from './judge.ts';

/** On one screen; more of them are found by typing on. */
const mostShown = 12;

/** A guest whose code cannot be read, found by reference or name, with what is known of each seat. */
export function LookUpView(props: {
  readonly guests: KeptGuests | undefined;
  readonly list: DoorList | undefined;
  readonly letIn: (ticket: string) => LetIn | undefined;
  readonly typed: string;
  readonly timeZone: string;
  readonly onType: (typed: string) => void;
  readonly onAdmit: (guest: Guest, ticket: string) => void;
}) {
  const { guests, typed, onType } = props;
  const found = findGuests(guests?.list.guests ?? [], typed);
  const age = guests ? browser.now() - guests.heardAt : 0;
  return (
    <section class="look-up" aria-label={doorWords.find}>
      <Field
        label={doorWords.findLabel}
        hint={doorWords.findHint}
        name="guest"
        type="search"
        autocomplete="off"
        spellcheck={false}
        defaultValue={typed}
        onInput={(input) => onType((input.currentTarget as HTMLInputElement).value)}
      />
      <div role="status">
        {!guests ? (
          <p>{doorWords.findNever}</p>
        ) : (
          typed.trim() !== '' && found.length === 0 && <Notice title={doorWords.findNone} />
        )}
        {age > 300_000 && <p class="hint">{doorWords.findAge(countdown(age))}</p>}
      </div>
      <ul class="guests">
        {found.slice(0, mostShown).map((guest) => (
          <GuestView key={guest.order} guest={guest} {...props} />
        ))}
      </ul>
      {found.length > mostShown && <p class="hint">{doorWords.findMore(found.length - mostShown)}</p>}
    </section>
  );
}

function GuestView({
  guest,
  list,
  letIn,
  timeZone,
  onAdmit,
}: Pick<Parameters<typeof LookUpView>[0], 'list' | 'letIn' | 'timeZone' | 'onAdmit'> & { readonly guest: Guest }) {
  return (
    <li class="guest">
      <p class="guest-head">
        <b dir="auto">{guest.name}</b> <span>{guest.reference}</span>
        {guest.owed && (
          <strong class="guest-owed">{doorWords.findOwed(money(guest.owed.amount, guest.owed.currency))}</strong>
        )}
      </p>
      <ul>
        {guest.tickets.map(({ ticket, label, concession }) => {
          const before = letIn(ticket) ?? list?.used[ticket];
          const isVoid = list?.void.includes(ticket);
          return (
            <li key={ticket}>
              <p>
                {seatInWords(label)}
                {concession !== undefined && <small dir="auto">{concession}</small>}
                {isVoid && <small>{doorWords.guestVoid}</small>}
                {!isVoid && before && (
                  <small>{doorWords.guestIn(timeOfDay(before.usedAt, timeZone), isolated(before.door))}</small>
                )}
              </p>
              {!isVoid && !before && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={doorWords.guestAdmitSeat(seatInWords(label))}
                  onClick={() => onAdmit(guest, ticket)}
                >
                  {doorWords.guestAdmit}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
