import type { FreezeAct } from '../../../contracts/freeze.ts';
import type { GoAct, GoSaid } from '../../../contracts/line-go.ts';
import type { PlanItem, ReportedCheck, Risk, RunUpAct, RunUpShown } from '../../../contracts/run-up.ts';
import { preflightFound } from '../../../contracts/run-up.ts';
import { runUpWords } from '../../../words/en/control-room-plan.ts';
import { type Answer, codeOf, type Trouble } from '../../api.ts';
import { browser, learnTime } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import { signInOver } from '../../sign-in/me-api.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { type CatalogueSeen, readCatalogue } from '../go/read-catalogue.ts';
import { readSaid } from '../go/read-said.ts';
import { base64Of } from './file-bytes.ts';
import { changeRunUp, readRunUp, sayGo, turnFreeze } from './run-up-api.ts';

/** What a person is about to change. */
export type RunUpForm =
  | { readonly of: 'item'; readonly item?: PlanItem | undefined }
  | { readonly of: 'risk'; readonly risk?: Risk | undefined }
  | { readonly of: 'freeze' | 'lift' }
  | { readonly of: 'report'; readonly check: ReportedCheck };

export interface RunUpState {
  /** Of this on-sale all else is. */
  readonly onSale: string;
  readonly shown?: RunUpShown | undefined;
  readonly busy: boolean;
  readonly trouble?: Trouble | undefined;
  readonly form?: RunUpForm | undefined;
  /** The row that is about to be taken out. */
  readonly sure?: string | undefined;
  /** The names of fields that are wrong. */
  readonly wrong: readonly string[];
  /** The lines of a file that could not be read. */
  readonly faults?: readonly string[] | undefined;
  /** The last act, in words. */
  readonly done?: string | undefined;
  readonly catalogue?: CatalogueSeen | undefined;
  /** Go, or no go, as the ledger has it, or as it was said a moment ago. */
  readonly said?: (GoSaid & { readonly pending?: boolean }) | undefined;
}

export interface RunUpDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => RunUpState | undefined;
  readonly turn: (runUp: RunUpState) => void;
}

/** As much as the API takes. */
const largestFile = 130_000;

/** The three parts that are of a run-up. */
export function tendRunUp({ ask, state, turn }: RunUpDeps) {
  const change = (changed: Partial<RunUpState>) => {
    const before = state();
    if (before) turn({ ...before, ...changed });
  };
  const quiet = { trouble: undefined, done: undefined, sure: undefined, faults: undefined, wrong: [] } as const;

  const failed = (trouble: Trouble) => {
    const faults =
      trouble.kind === 'refused' ? trouble.problem.errors?.filter(({ field }) => field === 'body.file') : [];
    if (faults && faults.length > 0) change({ faults: faults.map(({ message }) => message) });
    else if (trouble !== signInOver) change({ trouble });
    bringToNews();
  };

  /** A press is never lost to a look that is under way, and a look that an act has outrun says nothing. */
  let acting = false;
  let acts = 0;
  const acted = async <Body>(question: () => Promise<Answer<Body>>): Promise<Answer<Body>> => {
    acting = true;
    acts += 1;
    change({ ...quiet, busy: true });
    const answer = await question();
    acting = false;
    change({ busy: false });
    return answer;
  };

  /** Quietly: a page that looks again now and then says nothing of a look that failed. */
  const look = async (onSale: string, quietly = false): Promise<void> => {
    if (acting) return;
    const before = acts;
    if (state()?.onSale !== onSale) turn({ onSale, busy: true, wrong: [] });
    else if (!quietly) change({ busy: true, trouble: undefined });
    const answer = await ask((access) => readRunUp(browser, access, onSale));
    if (state()?.onSale !== onSale || acts !== before) return;
    if (!quietly) change({ busy: false });
    if (!answer.ok) return quietly ? undefined : failed(answer.trouble);
    learnTime(answer.seen);
    change({ shown: answer.body, ...(!quietly && { trouble: undefined }) });
  };

  const perform = async (
    question: (access: string, onSale: string) => Promise<Answer<RunUpShown>>,
    done: string = runUpWords.saved,
  ): Promise<void> => {
    const { onSale } = state() ?? {};
    if (onSale === undefined || acting) return;
    const answer = await acted(() => ask((access) => question(access, onSale)));
    if (answer.ok) {
      learnTime(answer.seen);
      change({ shown: answer.body, form: undefined, done });
      return bringToNews();
    }
    if (codeOf(answer.trouble) === 'run-up-moved') {
      // The second sees what the first wrote.
      change({ form: undefined });
      await look(onSale, true);
    }
    failed(answer.trouble);
  };

  const act = (body: RunUpAct, done?: string) =>
    void perform((access, onSale) => changeRunUp(browser, access, onSale, body), done);

  const importFile = async (what: 'plan' | 'risks' | 'prices', file: File): Promise<void> => {
    const { shown } = state() ?? {};
    if (!shown) return;
    change(quiet);
    if (file.size > largestFile) {
      change({ faults: [runUpWords.tooLarge] });
      return bringToNews();
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    act({ act: 'import', what, file: base64Of(bytes), version: shown.runUp.version }, runUpWords.imported);
  };

  /** What preflight printed. Its time is that of the file. */
  const givePreflight = async (file: File, now: number): Promise<void> => {
    change(quiet);
    const read = preflightFound.safeParse(asJson(await file.text()));
    if (!read.success) {
      change({ wrong: ['preflight'] });
      return bringToNews();
    }
    const found = read.data.found.map(({ check, state: is, says }) => ({ check, state: is, says }));
    act({ act: 'report-preflight', preflight: { found }, happenedAt: Math.min(file.lastModified, now) });
  };

  const go = async (body: GoAct): Promise<void> => {
    const { onSale } = state() ?? {};
    if (onSale === undefined || acting) return;
    const answer = await acted(() => ask((access) => sayGo(browser, access, onSale, body)));
    if (!answer.ok) return failed(answer.trouble);
    change({ said: { ...answer.body, pending: true } });
    bringToNews();
  };

  return {
    look,
    act,
    importFile: (what: 'plan' | 'risks' | 'prices', file: File) => void importFile(what, file),
    givePreflight: (file: File, now: number) => void givePreflight(file, now),
    freeze: (body: FreezeAct) => void perform((access, onSale) => turnFreeze(browser, access, onSale, body)),
    go: (body: GoAct) => void go(body),
    wrong: (fields: readonly string[]) => {
      change({ ...quiet, wrong: fields });
      bringToNews();
    },
    open: (form: RunUpForm | undefined) => {
      change({ ...quiet, form });
      if (form)
        document.querySelector<HTMLElement>('.run-up-form input, .run-up-form textarea, .run-up-form select')?.focus();
    },
    askSure: (sure: string | undefined) => change({ ...quiet, sure }),
    /** What is published, and what the ledger says: for the part that asks whether it may begin. */
    readPublished: async (onSale: string): Promise<void> => {
      const [catalogue, said] = await Promise.all([readCatalogue(onSale), readSaid(onSale)]);
      if (state()?.onSale !== onSale) return;
      const known = state()?.said;
      change({ catalogue, said: said && (!known || said.saidAt >= known.saidAt) ? said : known });
    },
  };
}

export type RunUpActs = ReturnType<typeof tendRunUp>;

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
