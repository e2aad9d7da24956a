import type { Standing } from '../../rules/standing.ts';
import { sayable } from '../../rules/wait.ts';
import { windowOf } from '../../rules/windows.ts';
import { lineWords, minutes } from '../../words/en/line.ts';
import { longMoment, timeUntil } from '../../words/format.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { type Entry, JoinForm } from './join-form.tsx';
import { doorsOf, haltOf, type LineState, standingOf } from './line-state.ts';

export interface Acts {
  readonly onJoin: (entry: Entry) => void;
  readonly onClaim: () => void;
  readonly onFinish: () => void;
  readonly onTurn: (change: Partial<LineState>) => void;
}
type Given = Acts & { readonly state: LineState };

/** The curtain is down before the doors, up while people wait, and the lights are on for whoever is called. */
const curtains = {
  outside: 'down',
  lobby: 'down',
  drawing: 'up',
  waiting: 'up',
  called: 'lit',
  shopping: 'lit',
  over: 'up',
};

export function LinePage(given: Given) {
  const { state } = given;
  const stand = standingOf(state);
  const { line, listed, pass, now, kept, inside } = state;
  const open = stand ? stand.at === 'outside' && stand.doors === 'open' : kept || !state.onSale;
  const curtain = open ? 'up' : curtains[stand?.at ?? 'outside'];
  return (
    <Frame venue={state.venue} timeLeft={pass && pass.expiresAt - now} width="full">
      <p class="unseen" role="status">
        {stand && announcement(stand, haltOf(state))}
      </p>
      <div class={`house curtain-${curtain}`}>
        <div class="curtain">
          <p class="eyebrow">{lineWords.eyebrow(listed?.audienceName)}</p>
          <h1>{line?.title ?? listed?.title ?? (state.onSale ? '…' : lineWords.noOnSale)}</h1>
          {stand && curtain === 'down' && <Countdown state={state} />}
        </div>
        <div class="apron">
          {stand?.at !== 'waiting' && <Messages state={state} />}
          {stand ? <Scene {...given} stand={stand} /> : <NotReady state={state} />}
          {stand && (inside || !kept) && <Links state={state} />}
        </div>
      </div>
    </Frame>
  );
}

/** Said aloud when it changes: turns of fate, and the number ahead in steps. A screen reader is not a ticker. */
function announcement(stand: Standing, halt: keyof typeof lineWords.halts | undefined): string {
  switch (stand.at) {
    case 'lobby':
      return lineWords.inLobby;
    case 'drawing':
      return lineWords.drawing;
    case 'waiting':
      return `${lineWords.announceNumber(stand.position, lineWords.ahead(inSteps(stand.ahead)))} ${halt ? lineWords.halts[halt][0] : ''}`;
    case 'called':
    case 'shopping':
      return lineWords.called;
    case 'over':
      return lineWords.over;
    case 'outside':
      return '';
  }
}

/** Single steps near the front, coarse ones far back. */
function inSteps(ahead: number): number {
  if (ahead <= 5) return ahead;
  const step = 10 ** Math.floor(Math.log10(ahead));
  return Math.ceil(ahead / step) * step;
}

/** A time cannot be told before the venue's time zone is known: until then its line is kept free. */
export function when(at: number, { zoned, timeZone }: LineState): string {
  return zoned ? lineWords.doorsAt(longMoment(at, timeZone)) : '\u00a0';
}

function Countdown({ state }: { readonly state: LineState }) {
  const doors = doorsOf(state);
  const left = doors - state.now;
  if (left <= 0) return <p class="countdown countdown-now">{lineWords.doorsOpening}</p>;
  return (
    <div class="countdown" role="timer">
      <p>{lineWords.doorsIn}</p>
      <p class="countdown-number">{timeUntil(left)}</p>
      <p>{when(doors, state)}</p>
    </div>
  );
}

/** What operations, the state of the house, or the lack of an answer have to say. */
function Messages({ state }: { readonly state: LineState }) {
  const { board, unanswered, line, kept, later } = state;
  // Where there is a number, the halt stands in the place of the wait, so that nothing moves.
  const halt = state.position === undefined ? haltOf(state) : undefined;
  const [title = '', detail] = halt ? lineWords.halts[halt] : [];
  return (
    <div class="messages" role="status">
      {line && unanswered > 1 && (
        <Notice title={lineWords.lost} tone="trouble">
          <p>{lineWords.lostDetail}</p>
        </Notice>
      )}
      {halt && (
        <Notice title={title}>
          <p>{detail}</p>
        </Notice>
      )}
      {board?.message && <Notice title={board.message} />}
      {kept?.lane && later?.lane(state)}
    </div>
  );
}

/** Before the line's own file is here; why it is not, where it will not come, is told by what is loaded then. */
function NotReady({ state }: { readonly state: LineState }) {
  const { lineTrouble, later } = state;
  if (lineTrouble?.kind === 'unreachable') return <TroubleNotice trouble={lineTrouble} />;
  return later ? later.missing(state) : <OnItsWay />;
}

function OnItsWay() {
  return <p class="waiting-for-data" aria-busy="true" />;
}

function Scene({ stand, ...given }: Given & { readonly stand: Standing }) {
  const { state } = given;
  const { board, kept, line, inside, later } = state;
  const window = kept && line?.tiers && windowOf(line, kept.place.round);
  switch (stand.at) {
    case 'outside':
      return (
        <>
          {stand.doors === 'open' && !haltOf(state) && <WaitNow state={state} />}
          {state.left && later?.left()}
          <JoinForm state={state} doors={stand.doors} onJoin={given.onJoin} onTurn={given.onTurn} />
          <Windows state={state} />
          <HowDrawn text={stand.doors === 'open' ? lineWords.drawLater : lineWords.draw} />
        </>
      );
    case 'lobby':
      return (
        <>
          <h2 class="scene-title">{lineWords.inLobby}</h2>
          {window ? (
            <p class="lead">{lineWords.yourWindow(window.name)}</p>
          ) : (
            board && <p class="lead">{lineWords.waitingHere(board.waiting || 1)}</p>
          )}
          <p>{lineWords.inLobbyDetail}</p>
          <HowDrawn text={lineWords.draw} />
          <Aside {...given} />
        </>
      );
    case 'drawing':
      return (
        <>
          <h2 class="scene-title">{lineWords.drawing}</h2>
          <div class="drum" aria-hidden="true" />
          <p class="centred">{lineWords.drawingDetail}</p>
          <HowDrawn text={kept?.place.round === 0 ? lineWords.draw : lineWords.drawLater} />
        </>
      );
    case 'waiting':
      if (!inside) return <OnItsWay />;
      return (
        <>
          <inside.BillNumber state={state} position={stand.position} />
          <Messages state={state} />
          <p class="centred">{inside.keepsPlace}</p>
          <Aside {...given} />
        </>
      );
    case 'called':
      if (kept?.lane?.lane === 'removed') return null;
      return inside ? <inside.Called state={state} onClaim={given.onClaim} /> : <OnItsWay />;
    case 'shopping':
      return inside ? (
        <inside.Shopping state={state} expiresAt={stand.expiresAt} onFinish={given.onFinish} />
      ) : (
        <OnItsWay />
      );
    case 'over':
      return later ? later.over() : <OnItsWay />;
  }
}

/** To somebody who comes after the doors: how long it takes from the end of the line. */
function WaitNow({ state }: { readonly state: LineState }) {
  const end = state.board?.wait?.end;
  if (!end) return null;
  const wait = sayable(end);
  return <p class="lead">{lineWords.waitNow(minutes(wait.half), minutes(wait.most))}</p>;
}

/** Every window with its time, where there are several. */
function Windows({ state }: { readonly state: LineState }) {
  const { line, now, zoned, timeZone } = state;
  if (!line?.tiers) return null;
  return (
    <section class="windows">
      <h2>{lineWords.windows}</h2>
      <ol>
        {line.tiers.map(({ name, opensAt }) => (
          <li>
            <b>{name}</b>
            <span>{opensAt <= now ? lineWords.openNow : zoned ? longMoment(opensAt, timeZone) : ''}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a fan in line may want besides: to be told, or to leave. Both are loaded when they are asked for. */
function Aside({ state, onTurn }: Given) {
  const { later, opened, asksToLeave } = state;
  return (
    <>
      {later && opened?.signals && later.signals(state)}
      {later && asksToLeave ? (
        later.leaving(state)
      ) : (
        <p class="asides">
          {!opened?.signals && (
            <button type="button" class="link" onClick={() => onTurn({ opened: { signals: true } })}>
              {lineWords.tellMe}
            </button>
          )}
          <button type="button" class="link" onClick={() => onTurn({ asksToLeave: true })}>
            {lineWords.leave}
          </button>
        </p>
      )}
    </>
  );
}

function HowDrawn({ text }: { readonly text: string }) {
  return (
    <section class="how-drawn">
      <h2>{lineWords.drawTitle}</h2>
      <p>{text}</p>
    </section>
  );
}

/** The proof, for whoever wants to see it. */
function Links({ state }: { readonly state: LineState }) {
  const { inside, position, onSale } = state;
  return (
    <p class="asides hint">
      {inside && position !== undefined && <inside.CheckLink state={state} />}
      <a href={`/ledger?on-sale=${encodeURIComponent(onSale)}`}>{lineWords.ledger}</a>
    </p>
  );
}
