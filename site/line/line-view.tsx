import { codeOf } from '../api.ts';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { longMoment, timeOfDay, timeUntil } from '../format.ts';
import { lineWords } from '../words/line.ts';
import { siteWords } from '../words/site.ts';
import { BillNumber } from './bill-number.tsx';
import { JoinForm } from './join-form.tsx';
import { LeaveLine } from './leave-line.tsx';
import { type LineState, standingOf } from './line-state.ts';

import type { Standing } from './standing.ts';

interface Acts {
  readonly onJoin: (member: { member: string; postcode: string } | undefined) => void;
  readonly onClaim: () => void;
  readonly onLeave: () => void;
  readonly onAskLeave: (asks: boolean) => void;
}

/** The curtain is down before the doors, up while people wait, and the lights are on for whoever is called. */
const curtains = {
  outside: 'down',
  lobby: 'down',
  drawing: 'up',
  waiting: 'up',
  called: 'lit',
  shopping: 'lit',
  over: 'up',
} as const;

export function LinePage({ state, ...acts }: Acts & { readonly state: LineState }) {
  const stand = standingOf(state);
  const { line, listed, pass, now } = state;
  const curtain = !stand || (stand.at === 'outside' && stand.doors === 'open') ? 'up' : curtains[stand.at];
  return (
    <Frame venue={state.venue} timeLeft={pass && pass.expiresAt - now} width="full">
      <p class="unseen" role="status">
        {stand && announcement(stand)}
      </p>
      <div class={`house curtain-${curtain}`}>
        <div class="curtain">
          <p class="eyebrow">{lineWords.eyebrow(listed?.audienceName)}</p>
          <h1>{line?.title ?? listed?.title ?? lineWords.noOnSale}</h1>
          {curtain === 'down' && line && <Countdown opensAt={line.opensAt} now={now} timeZone={state.timeZone} />}
        </div>
        <div class="apron">
          <Messages state={state} />
          {stand ? <Scene state={state} stand={stand} {...acts} /> : <NotReady state={state} />}
        </div>
      </div>
    </Frame>
  );
}

/** Said aloud when it changes: turns of fate, and the number ahead in steps. A screen reader is not a ticker. */
function announcement(stand: Standing): string {
  switch (stand.at) {
    case 'lobby':
      return lineWords.inLobby;
    case 'drawing':
      return lineWords.drawing;
    case 'waiting':
      return lineWords.announceNumber(stand.position, inSteps(stand.ahead));
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

function Countdown(props: { readonly opensAt: number; readonly now: number; readonly timeZone?: string | undefined }) {
  const left = props.opensAt - props.now;
  if (left <= 0) return <p class="countdown countdown-now">{lineWords.doorsOpening}</p>;
  return (
    <div class="countdown" role="timer">
      <p>{lineWords.doorsIn}</p>
      <p class="countdown-number">{timeUntil(left)}</p>
      <p>{lineWords.doorsAt(longMoment(props.opensAt, props.timeZone))}</p>
    </div>
  );
}

/** What operations, or the lack of an answer, have to say. */
function Messages({ state }: { readonly state: LineState }) {
  const { board, unanswered } = state;
  return (
    <div class="messages" role="status">
      {unanswered > 1 && (
        <Notice title={lineWords.lost} tone="trouble">
          <p>{lineWords.lostDetail}</p>
        </Notice>
      )}
      {board?.phase === 'paused' && (
        <Notice title={lineWords.paused}>
          <p>{lineWords.pausedDetail}</p>
        </Notice>
      )}
      {board?.message && <Notice title={board.message} />}
    </div>
  );
}

function NotReady({ state }: { readonly state: LineState }) {
  const { lineTrouble, listed, onSale } = state;
  if (!onSale) return <Notice title={lineWords.noOnSaleDetail} children={<ToSeason />} />;
  if (lineTrouble?.kind === 'missing' && listed) {
    return (
      <Notice title={lineWords.notYet}>
        <p>{lineWords.doorsAt(longMoment(listed.opensAt, state.timeZone))}</p>
        <p>{lineWords.notYetDetail}</p>
      </Notice>
    );
  }
  if (lineTrouble) return <TroubleNotice trouble={lineTrouble} children={<ToSeason />} />;
  return <p class="waiting-for-data" aria-busy="true" />;
}

function Scene({ state, stand, ...acts }: Acts & { readonly state: LineState; readonly stand: Standing }) {
  switch (stand.at) {
    case 'outside':
      return (
        <>
          {state.left && (
            <Notice title={lineWords.left} role="status">
              <p>{lineWords.leftDetail}</p>
            </Notice>
          )}
          {stand.doors === 'open' && <p class="lead">{lineWords.doorsOpenDetail}</p>}
          <JoinForm state={state} doors={stand.doors} onJoin={acts.onJoin} />
          <HowDrawn text={stand.doors === 'open' ? lineWords.drawLater : lineWords.draw} />
        </>
      );
    case 'lobby':
      return (
        <>
          <h2 class="scene-title">{lineWords.inLobby}</h2>
          {state.board && <p class="lead">{lineWords.waitingHere(state.board.waiting)}</p>}
          <p>{lineWords.inLobbyDetail}</p>
          <HowDrawn text={lineWords.draw} />
          <LeaveLine state={state} {...acts} />
        </>
      );
    case 'drawing':
      return (
        <>
          <h2 class="scene-title">{lineWords.drawing}</h2>
          <div class="drum" aria-hidden="true" />
          <p class="centred">{lineWords.drawingDetail}</p>
          <HowDrawn text={state.kept?.place.round === 0 ? lineWords.draw : lineWords.drawLater} />
        </>
      );
    case 'waiting':
      return (
        <>
          <BillNumber state={state} stand={stand} />
          <p class="centred">{lineWords.keepPlace}</p>
          <LeaveLine state={state} {...acts} />
        </>
      );
    case 'called':
      return <Called state={state} {...acts} />;
    case 'shopping':
      return (
        <>
          <h2 class="turn-title">{lineWords.shopping}</h2>
          <p class="centred">{lineWords.shoppingDetail(timeOfDay(stand.expiresAt, state.timeZone))}</p>
          <a class="button button-grand" href={state.goal}>
            {state.goal === '/' ? lineWords.toSeason : lineWords.toHall}
          </a>
          <LeaveLine state={state} finish {...acts} />
        </>
      );
    case 'over':
      return <Notice title={lineWords.over} children={<OverDetail />} />;
  }
}

function Called({ state, onClaim }: Acts & { readonly state: LineState }) {
  const { busy, claimTrouble, visible, pass } = state;
  const full = codeOf(claimTrouble) === 'room-full';
  const title = full ? lineWords.roomFull : pass ? lineWords.again : lineWords.called;
  const first = visible ? lineWords.calledDetail : lineWords.calledAway;
  const detail = full ? lineWords.roomFullDetail : pass ? lineWords.againDetail : first;
  return (
    <>
      <h2 class="turn-title">{title}</h2>
      <p class="centred">{detail}</p>
      {claimTrouble && !full && <TroubleNotice trouble={claimTrouble} />}
      <button type="button" class="button button-grand" onClick={onClaim} aria-disabled={busy === 'claim'}>
        {busy === 'claim' ? lineWords.claiming : lineWords.claim}
      </button>
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

function OverDetail() {
  return (
    <>
      <p>{lineWords.overDetail}</p>
      <ToSeason />
    </>
  );
}

function ToSeason() {
  return (
    <p>
      <a href="/">{siteWords.toSeason}</a>
    </p>
  );
}
