import { controlRoomWords as words } from '../../words/en/control-room.ts';
import { pictureWords } from '../../words/en/control-room-picture.ts';
import { theatreTime } from '../browser.gateway.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { NotAllowed, SignedInAs, type SignInActs, SignInEnded, WayIn } from '../sign-in/signed-in-view.tsx';
import { AnswersPart } from './answers/answers-view.tsx';
import type { AnswersDesk } from './answers/follow-line.ts';
import type { ControlState } from './control-room.tsx';
import type { Fans } from './fans/fans.ts';
import { FindFan } from './fans/find-view.tsx';
import type { LeverActs } from './levers/levers.ts';
import { LeversView } from './levers/levers-view.tsx';
import { partsFor } from './parts.ts';
import { Picture } from './picture/picture-view.tsx';
import { ticketsAMinute } from './picture/sold-out-about.ts';
import type { RunUpActs } from './plan/run-up.ts';
import { RunUpPart } from './run-up-part.tsx';
import type { Outlook } from './sale/effects.ts';
import type { SaleDesk } from './sale/sale.ts';
import { SalePart } from './sale/sale-view.tsx';
import type { SwitchActs } from './switch/switch.ts';
import { SwitchPart } from './switch/switch-view.tsx';

export interface ControlActs extends SignInActs {
  readonly onChoose: (onSale: string) => void;
  readonly leverActs: LeverActs;
  readonly sale: SaleDesk;
  readonly fans: Fans;
  readonly runUpActs: RunUpActs;
  /** Reads anew what is published. */
  readonly onReadAgain: () => void;
  readonly answers: AnswersDesk;
  readonly switchActs: SwitchActs;
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
          {part !== 'switch' && <OnSaleChoice state={state} onChoose={acts.onChoose} />}
          {parts.includes(part) ? <OpenPart state={state} {...acts} /> : <NotAllowed who={who} />}
        </>
      )}
    </Frame>
  );
}

/** The part that somebody looks at, which is open to them. */
function OpenPart({ state, ...acts }: ControlActs & { readonly state: ControlState }) {
  const { who, part, onSales, onSale, season } = state;
  if (part === 'switch')
    return state.switch ? (
      <SwitchPart state={state.switch} timeZone={season?.timeZone ?? 'UTC'} acts={acts.switchActs} />
    ) : null;
  const listed = onSales?.find(({ id }) => id === onSale);
  if (!onSales || onSales.length === 0) return null;
  if (part !== 'picture' && !listed)
    return (
      <Notice title={words.chooseOnSale}>
        <p>{words.chooseOnSaleDetail}</p>
      </Notice>
    );
  switch (part) {
    case 'picture':
      return (
        <>
          <Picture
            picture={state.picture}
            platform={state.platform}
            onSale={onSale}
            scopes={state.scopes}
            now={theatreTime()}
            onChoose={acts.onChoose}
          />
          {state.levers && (
            <LeversView levers={state.levers} timeZone={season?.timeZone ?? 'UTC'} acts={acts.leverActs} />
          )}
        </>
      );
    case 'sale':
      return state.sale ? <SalePart state={state.sale} desk={acts.sale} outlook={outlookOf(state)} /> : null;
    case 'fans':
      return <FindFan who={who} state={state.fans} acts={acts.fans} timeZone={season?.timeZone} />;
    case 'plan':
    case 'risks':
    case 'go':
      return <RunUpPart state={state} acts={acts.runUpActs} onReadAgain={acts.onReadAgain} />;
    case 'answers':
      return listed ? (
        <AnswersPart
          state={state.answers}
          desk={acts.answers}
          listed={listed}
          timeZone={listed.timeZone ?? season?.timeZone}
        />
      ) : null;
  }
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
      <select id="on-sale" value={onSale ?? ''} onChange={(change) => onChoose(change.currentTarget.value)}>
        <option value="">{pictureWords.allOption}</option>
        {onSales.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** By the readings of this very on-sale. */
function outlookOf({ picture, onSale }: ControlState): Outlook {
  const { readings, history, of } = picture ?? {};
  const isIts = of === onSale && readings !== undefined;
  return { now: theatreTime(), ...(isIts && { pace: ticketsAMinute(readings.orders, history?.orders) }) };
}
