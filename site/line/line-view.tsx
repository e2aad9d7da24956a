import type { Tier } from '../../contracts/line.ts';
import { concernsLine, type Halt, haltFor, inLobby } from '../../rules/line-news.ts';
import { sayable } from '../../rules/sayable-wait.ts';
import type { Standing } from '../../rules/standing.ts';
import { windowOf } from '../../rules/windows.ts';
import { lineWords, minutes } from '../../words/en/line.ts';
import { longMoment, timeUntil } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { type FilledForm, JoinForm } from './join-form.tsx';
import { type LineState, standingOf } from './line-state.ts';

export interface Acts {
  readonly onJoin: (entry: FilledForm) => void;
  readonly onClaim: () => void;
  readonly onFinish: () => void;
  readonly onTurn: (change: Partial<LineState>) => void;
}
export type StandProps = Acts & {
  readonly state: LineState;
  readonly stand: Standing;
  /** Why nobody is called, as far as it concerns the fan. */
  readonly halt: Halt | undefined;
  /** The window that the fan's place is in, where there are several. */
  readonly window: Tier | undefined;
};

/** The curtain is down before the doors, up while people wait, and the lights are on for a fan who is called. */
const curtains: Readonly<Partial<Record<Standing['at'], string>>> = {
  outside: 'down',
  lobby: 'down',
  drawing: 'up',
  waiting: 'up',
  called: 'lit',
  shopping: 'lit',
  over: 'up',
};

export function LinePage({ state, ...acts }: Acts & { readonly state: LineState }) {
  const stand = standingOf(state);
  const { line, listed, pass, now, kept, inside, joining, board } = state;
  const halt = haltFor(stand, board);
  const window = kept && line?.tiers && windowOf(line, kept.place.round);
  const given = { ...acts, state, stand, halt, window };
  const found = curtains[stand.at];
  const open = found ? stand.at === 'outside' && stand.doors === 'open' : kept || !state.onSale;
  const curtain = open ? 'up' : (found ?? 'down');
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} width="full">
      <p class="unseen" role="status">
        {announcement(stand, halt)}
      </p>
      <div class={`house curtain-${curtain}`}>
        <div class="curtain">
          <p class="eyebrow">{lineWords.eyebrow(isolated(listed?.audienceName ?? ''))}</p>
          <h1 dir="auto">{line?.title ?? listed?.title ?? (state.onSale ? '…' : lineWords.noOnSale)}</h1>
          {'doorsAt' in stand && curtain === 'down' && <Countdown state={state} doorsAt={stand.doorsAt} />}
        </div>
        <div class="apron">
          {stand.at !== 'waiting' && <Messages {...given} />}
          <Scene {...given} />
          {found && (inside ?? joining)?.asides(given)}
        </div>
      </div>
    </Frame>
  );
}

/** Said aloud when it changes: turns of fate, and the number ahead in steps. A screen reader is not a ticker. */
function announcement(stand: Standing, halt: Halt | undefined): string {
  switch (stand.at) {
    case 'lobby':
      return lineWords.inLobby;
    case 'drawing':
      return lineWords.drawing;
    case 'waiting':
      return `${lineWords.announceNumber(stand.position, lineWords.ahead(inSteps(stand.ahead)))} ${halt ? lineWords.halts[halt][0] : ''}`;
    case 'called':
      return stand.turn === 'removed' ? '' : lineWords.called;
    case 'shopping':
      return lineWords.called;
    case 'over':
      return lineWords.over;
    default:
      return '';
  }
}

/** Single steps near the front, coarse ones far back. */
function inSteps(ahead: number): number {
  if (ahead <= 5) return ahead;
  const step = 10 ** Math.floor(Math.log10(ahead));
  return Math.ceil(ahead / step) * step;
}

/** A time cannot be written before the venue's time zone is known: until then its line is kept free. */
export function when(at: number, { zoned, timeZone }: LineState): string {
  return zoned ? lineWords.doorsAt(longMoment(at, timeZone)) : '\u00a0';
}

function Countdown({ state, doorsAt }: { readonly state: LineState; readonly doorsAt: number }) {
  const left = doorsAt - state.now;
  if (left <= 0) return <p class="countdown countdown-now">{lineWords.doorsOpening}</p>;
  return (
    <div class="countdown" role="timer">
      <p>{lineWords.doorsIn}</p>
      <p class="countdown-number">{timeUntil(left)}</p>
      <p>{when(doorsAt, state)}</p>
    </div>
  );
}

/** The words of operations, of the state of the house, or of the lack of an answer. */
function Messages({ state, stand, halt: found }: StandProps) {
  const { board, unanswered, line, kept, later, inside, joining } = state;
  // If there is a number, the halt stands in the place of the wait, so that nothing moves.
  const halt = stand.at === 'waiting' ? undefined : found;
  const [title = '', detail] = halt ? lineWords.halts[halt] : [];
  return (
    <div class="messages" role="status">
      {line && unanswered > 1 && concernsLine(stand) && (
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
      {board?.prepared && (inside ?? joining)?.preparedMessage(board.prepared)}
      {state.rewritten && inside?.rewritten(state)}
      {kept?.slowerLane && later?.slowerLane(state)}
    </div>
  );
}

function OnItsWay() {
  return <p class="waiting-for-data" aria-busy="true" />;
}

function Scene(given: StandProps) {
  const { state, stand, halt, window } = given;
  const { board, kept, line, lineTrouble, inside, later } = state;
  switch (stand.at) {
    case 'outside':
      return (
        <>
          {stand.doors === 'open' && !halt && <WaitNow state={state} />}
          {later?.beforeJoin(state)}
          <JoinForm state={state} doors={stand.doors} onJoin={given.onJoin} onTurn={given.onTurn} />
          <Windows state={state} />
          <HowDrawn text={stand.doors === 'open' ? lineWords.drawLater : lineWords.draw} />
        </>
      );
    case 'lobby': {
      const here = line && inLobby(line, board);
      return (
        <>
          <h2 class="scene-title">{lineWords.inLobby}</h2>
          {window ? (
            <p class="lead">{lineWords.yourWindow(isolated(window.name))}</p>
          ) : (
            here !== undefined && <p class="lead">{lineWords.waitingHere(here || 1)}</p>
          )}
          <p>{lineWords.inLobbyDetail}</p>
          <HowDrawn text={lineWords.draw} />
        </>
      );
    }
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
          <inside.BillNumber state={state} stand={stand} />
          <Messages {...given} />
          <p class="centred">{inside.keepsPlace}</p>
        </>
      );
    case 'called':
      return inside ? <inside.Called {...given} turn={stand.turn} /> : <OnItsWay />;
    case 'shopping':
      return inside ? (
        <inside.Shopping state={state} expiresAt={stand.expiresAt} onFinish={given.onFinish} />
      ) : (
        <OnItsWay />
      );
    case 'over':
      return later ? later.over(state) : <OnItsWay />;
    default:
      // If the line's own file will not come, the part that is loaded then says why.
      if (lineTrouble?.kind === 'unreachable') return <TroubleNotice trouble={lineTrouble} />;
      return stand.at !== 'unheard' && later ? later.missing(state) : <OnItsWay />;
  }
}

/** To somebody who comes after the doors: how long it takes from the end of the line. */
function WaitNow({ state }: { readonly state: LineState }) {
  const end = state.board?.wait?.end;
  if (!end) return null;
  const { half, most } = sayable(end);
  const [said, nine] = [minutes(half), minutes(most)];
  return <p class="lead">{lineWords.waitNow(said === nine ? undefined : said, nine)}</p>;
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
            <b dir="auto">{name}</b>
            <span>{opensAt <= now ? lineWords.openNow : zoned ? longMoment(opensAt, timeZone) : ''}</span>
          </li>
        ))}
      </ol>
    </section>
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
