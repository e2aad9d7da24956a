import { controlRoomWords as words } from '../../words/en/control-room.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { NotAllowed, SignedInAs, type SignInActs, SignInEnded, WayIn } from '../sign-in/signed-in-view.tsx';
import type { ControlState } from './control-room.tsx';
import type { LeverActs } from './levers/levers.ts';
import { LeversView } from './levers/levers-view.tsx';
import { partsFor } from './parts.ts';

export interface ControlActs extends SignInActs {
  readonly onChoose: (onSale: string) => void;
  readonly leverActs: LeverActs;
}

/** The screen of those who run a morning. */
export function ControlRoom({ state, ...acts }: ControlActs & { readonly state: ControlState }) {
  const { who, part } = state;
  const parts = partsFor(who);
  return (
    <Frame width="full" english="Control room">
      <div class="control-head">
        <h1 tabIndex={-1}>{words.title}</h1>
        <SignedInAs who={who} onSignOut={acts.onSignOut} />
      </div>
      <SignInEnded who={who} onSignIn={acts.onSignIn} />
      {!who.me ? (
        <WayIn who={who} {...acts}>
          <p class="lead">{words.why}</p>
        </WayIn>
      ) : parts.length === 0 ? (
        <NotAllowed who={who} />
      ) : (
        <>
          <nav class="control-parts" aria-label={words.parts}>
            <ul>
              {parts.map((name) => (
                <li key={name}>
                  <a href={`#${name}`} aria-current={name === part ? 'page' : undefined}>
                    {words.part[name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <OnSaleChoice state={state} onChoose={acts.onChoose} />
          {!parts.includes(part) && <NotAllowed who={who} />}
          {part === 'picture' && state.levers && (
            <LeversView levers={state.levers} timeZone={state.timeZone ?? 'UTC'} acts={acts.leverActs} />
          )}
        </>
      )}
    </Frame>
  );
}

function OnSaleChoice({ state, onChoose }: { readonly state: ControlState } & Pick<ControlActs, 'onChoose'>) {
  const { onSales, onSale } = state;
  if (!onSales) return <p class="waiting-for-data" aria-busy="true" />;
  if (onSales.length === 0)
    return (
      <Notice title={words.noOnSale}>
        <p>{words.noOnSaleDetail}</p>
      </Notice>
    );
  return (
    <div class="field control-on-sale">
      <label for="on-sale">{words.onSale}</label>
      <select id="on-sale" value={onSale} onChange={(change) => onChoose(change.currentTarget.value)}>
        {onSales.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
