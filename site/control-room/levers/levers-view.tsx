import type { LineLevers } from '../../../contracts/levers.ts';
import { leverWords as words } from '../../../words/en/control-room-levers.ts';
import { ledgerWords } from '../../../words/en/ledger.ts';
import { count, timeOfDay } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { Notice } from '../../elements/notice.tsx';
import { StaffTrouble } from '../../sign-in/signed-in-view.tsx';
import type { LeverName } from './lever-form.ts';
import { LeverFormView } from './lever-form-view.tsx';
import type { LeverActs, LeversState } from './levers.ts';
import { LogView } from './log-view.tsx';

interface LeversProps {
  readonly levers: LeversState;
  readonly timeZone: string;
  readonly acts: LeverActs;
}

/** The levers of a line, with what each does, and the running log of the morning. */
export function LeversView({ levers, timeZone, acts }: LeversProps) {
  const { read, trouble, done, busy, open } = levers;
  return (
    <section class="levers" aria-labelledby="levers" aria-busy={busy || !read}>
      <h2 id="levers">{words.title}</h2>
      <p class="hint">{words.lead}</p>
      {trouble && (
        <StaffTrouble trouble={trouble}>
          <p>
            <button type="button" class="button" onClick={acts.read}>
              {words.readAgain}
            </button>
          </p>
        </StaffTrouble>
      )}
      {done && (
        <Notice title={done.title} tone="good" role="status">
          {done.detail && <p>{done.detail}</p>}
          {done.undo && (
            <p>
              <button type="button" class="button button-quiet" onClick={() => done.undo && acts.undo(done.undo)}>
                {words.undo}
              </button>
            </p>
          )}
        </Notice>
      )}
      {!read ? (
        !trouble && <p class="waiting-for-data">{words.reading}</p>
      ) : (
        <>
          <Stands read={read} timeZone={timeZone} />
          <Wanted read={read} timeZone={timeZone} busy={busy} acts={acts} />
          <p class="lever-ways">
            {leversOf(read).map((name) => (
              <button
                key={name}
                type="button"
                class={name === 'pause' || name === 'end' ? 'button lever-grave' : 'button button-quiet'}
                aria-expanded={open === name}
                onClick={() => acts.open(open === name ? undefined : name)}
              >
                {words.levers[name]}
              </button>
            ))}
          </p>
          {open && <LeverFormView levers={levers} read={read} open={open} timeZone={timeZone} acts={acts} />}
          <LogView levers={levers} mayWrite={read.may.note} timeZone={timeZone} acts={acts} />
        </>
      )}
    </section>
  );
}

/** Those that this person may pull now. */
function leversOf({ may, dials, doors, ended }: LineLevers): readonly LeverName[] {
  if (ended) return [];
  return [
    ...(may.turn ? ([dials.paused ? 'resume' : 'pause', 'turn'] as const) : []),
    ...(may.say ? (['message'] as const) : []),
    ...(may.turn && doors === 'closed' ? (['doors'] as const) : []),
    ...(may.judge ? (['place'] as const) : []),
    ...(may.turn ? (['end'] as const) : []),
  ];
}

function Stands({ read, timeZone }: { readonly read: LineLevers; readonly timeZone: string }) {
  const { dials, hands } = read;
  const [last] = hands;
  const at = stateOf(read);
  return (
    <div class={`lever-stands lever-${at}`}>
      <p>
        <b class="lever-state">{words.state[at]}</b> {words.stands(count(dials.shopping), count(dials.perMinute))}
      </p>
      {last && (
        <p class="hint">
          {words.lastTurn(words.hands[last.act] ?? last.act, roleOf(last.role), timeOfDay(last.at, timeZone))}
        </p>
      )}
    </div>
  );
}

function stateOf({ ended, dials, readings }: LineLevers): keyof typeof words.state {
  if (ended) return 'over';
  if (dials.paused) return 'paused';
  if (readings.since < 0) return 'before';
  // The house cannot keep up, everything is sold, or the draw is not out yet.
  return readings.moving ? 'calling' : 'still';
}

function Wanted(props: {
  readonly read: LineLevers;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly acts: LeverActs;
}) {
  const { asked } = props.read;
  if (!asked) return null;
  const until = timeOfDay(asked.until, props.timeZone);
  return (
    <Notice title={words.wantedTitle(words.wantedAct[asked.act], roleOf(asked.role))} tone="trouble">
      <p dir="auto">{words.wantedWhy(isolated(asked.reason), until)}</p>
      {asked.own ? (
        <p>{words.wantedOwn}</p>
      ) : (
        props.read.may.turn && (
          <p>
            <button
              type="button"
              class="button"
              aria-disabled={props.busy}
              onClick={() => void props.acts.confirm(asked.key)}
            >
              {words.confirm}
            </button>
          </p>
        )
      )}
    </Notice>
  );
}

export function roleOf(role: string): string {
  return (ledgerWords.roles as Readonly<Record<string, string>>)[role] ?? role;
}
