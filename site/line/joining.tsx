import type { JoinRequest } from '../../contracts/line-requests.ts';
import { isInApp } from '../../rules/in-app.ts';
import { joinDelayMs, spreadMsOf } from '../../rules/spread.ts';
import { joiningWords } from '../../words/en/line-joining.ts';
import type { Again } from '../api.ts';
import { browser, newKey } from '../browser.gateway.ts';
import { Crowd } from '../elements/crowd.tsx';
import { bringToNews } from '../elements/news.ts';
import * as kept from '../kept.store.ts';
import { below, preparedMessage } from './below.tsx';
import type { FilledForm } from './join-form.tsx';
import { join, outlasts, readChallenge } from './joining-api.ts';
import type { LaterDeps } from './later-deps.ts';
import { lazily } from './lazily.ts';
import type { LineState } from './line-state.ts';
import type { StandProps } from './line-view.tsx';

const proving = () => import('./prove.ts').catch(() => undefined);

/** The form for a code of the box office, for the few who have one. */
const code = lazily(() => import('./later/code-form.tsx'));

/**
 * Taking a place. Loaded while the fan looks at the form. A join at the doors waits for a moment of its own, and is then
 * tried until it is answered: nobody is turned away for having come with everybody, or for a connection that was lost.
 */
export function openJoining(deps: LaterDeps) {
  const { page, onSale, turn, wake, keepPlace, loadLater } = deps;
  const patient = (again: Again = 'busy') => page.turn({ crowded: again === 'busy' ? 'many' : 'lost' });

  /** A moment by chance, in the first seconds after the doors; and how to wait after that. */
  async function ownMoment() {
    const { line, now } = page.state();
    const delay = line ? joinDelayMs(line, now, browser.chance()) : 0;
    if (delay > 0) patient();
    await browser.wait(delay);
    return { patient, lasts: outlasts, spreadMs: line && (spreadMsOf(line) || undefined) };
  }

  async function takePlace(
    request: JoinRequest,
    needs: FilledForm['needs'],
    waited?: Awaited<ReturnType<typeof ownMoment>>,
  ): Promise<void> {
    page.turn({ busy: 'join', joinTrouble: undefined });
    const crowd = waited ?? (await ownMoment());
    const answer = await join(browser, onSale, { ...request, ...(needs.length > 0 && { needs: [...needs] }) }, crowd);
    page.turn({ busy: undefined, crowded: undefined });
    if (!answer.ok) {
      page.turn({ joinTrouble: answer.trouble, way: request.entry });
      bringToNews();
      return;
    }
    kept.dropNeeds(onSale);
    turn({ left: false });
    keepPlace(answer.body);
    wake();
  }

  if (!page.state().forgetful && isInApp(navigator.userAgent)) page.turn({ forgetful: 'app' });

  return {
    /** Does as the form asks: takes a place, or has the link sent that leads to one. */
    async enter({ way, values, needs }: FilledForm): Promise<void> {
      if (page.state().busy) return;
      if (way === 'email') {
        kept.keepNeeds(onSale, needs);
        await loadLater();
        page.state().later?.invite(values.email ?? '');
        return;
      }
      if (way === 'members') {
        const { member = '', postcode = '' } = values;
        return takePlace({ entry: 'members', member, postcode, device: kept.visitor(newKey) }, needs);
      }
      const visitor = kept.visitor(newKey);
      page.turn({ busy: 'prove', joinTrouble: undefined });
      const crowd = await ownMoment();
      const [challenge, solver] = await Promise.all([readChallenge(browser, onSale, visitor, crowd), proving()]);
      // What did not come while the connection was lost comes when it is back.
      const solving = solver ?? (challenge.ok ? await proving() : undefined);
      const work = challenge.ok ? await solving?.prove(challenge.body, browser.wait) : undefined;
      page.turn({ busy: undefined, crowded: undefined });
      if (work === undefined) {
        return page.turn({ joinTrouble: challenge.ok ? { kind: 'unreachable' } : challenge.trouble });
      }
      return takePlace({ entry: 'open', visitor, work }, needs, crowd);
    },

    /** The link of an e-mail was opened: it is the place. */
    follow: (link: string) => takePlace({ entry: 'email', link, device: kept.visitor(newKey) }, kept.needs(onSale)),

    /** For a fan without a place. */
    asides: (given: StandProps) => [given.stand.at === 'outside' && theirCode(given.state, deps), below(given)],
    preparedMessage,
    crowd: (state: LineState) => state.crowded && <Crowd lost={state.crowded === 'lost'} />,
  };
}

function theirCode(state: LineState, deps: LaterDeps) {
  const { page } = deps;
  if (state.opened?.code) return code()?.codeForm(state, deps);
  const open = () => {
    // A part that did not come is asked for again each time that the page is drawn.
    code(() => {
      page.turn({});
      document.getElementById('code')?.focus();
    });
    page.turn({ opened: { ...page.state().opened, code: true } });
  };
  return (
    <p class="centred">
      <button type="button" class="link" onClick={open}>
        {joiningWords.haveCode}
      </button>
    </p>
  );
}

export type PlaceTaking = ReturnType<typeof openJoining>;
