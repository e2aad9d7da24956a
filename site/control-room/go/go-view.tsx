import { type ReportedCheck, reportedChecks } from '../../../contracts/run-up.ts';
import { type CheckFacts, checksOf, notGreen, onSomebodysWord, type RunUpCheck } from '../../../rules/run-up/checks.ts';
import { goWords as words } from '../../../words/en/control-room-go.ts';
import { runUpWords } from '../../../words/en/control-room-plan.ts';
import { longMoment, money, shortMoment } from '../../../words/en/written.ts';
import { Field, valuesOf } from '../../elements/field.tsx';
import { mayNow } from '../../sign-in/signed-in.ts';
import { ImportFile, RunUpNotices } from '../plan/notices.tsx';
import { ReadAgain, type RunUpProps } from '../plan/plan-view.tsx';
import { SignGo } from './sign-go.tsx';

export type GoProps = RunUpProps & {
  readonly currency: string;
  /** How far this device's clock is from the site's, in milliseconds. */
  readonly clockOffMs: number | undefined;
  readonly onReadAgain: () => void;
};

/** Whether it may begin: one page, for paper too. */
export function GoView(props: GoProps) {
  const { runUp, acts, who, onSale, timeZone, now, clockOffMs, onReadAgain } = props;
  const { shown, busy, catalogue } = runUp;
  if (!shown || !catalogue)
    return (
      <>
        <RunUpNotices runUp={runUp} />
        {busy || shown ? <p class="waiting-for-data" aria-busy="true" /> : <ReadAgain {...props} />}
      </>
    );
  const doors = { opensAt: onSale.opensAt, timeZone };
  const facts: CheckFacts = { onSale: onSale.id, doors, shown, catalogue: catalogue.read, clockOffMs };
  const checks = checksOf(facts, now);
  const wrong = notGreen(checks);
  const mayKeep = mayNow(who, 'keep-plan');
  return (
    <section class="run-up go" aria-labelledby="go-title" aria-busy={busy}>
      <div class="run-up-head">
        <h2 id="go-title" tabIndex={-1}>
          {words.title}
        </h2>
        <p class="run-up-doors">
          <bdi>{onSale.title}</bdi> · {longMoment(onSale.opensAt, timeZone)}
        </p>
      </div>
      <div class={wrong === 0 ? 'verdict verdict-green' : 'verdict verdict-red'} role="status">
        <p class="verdict-title">{wrong === 0 ? words.allGreen : words.notGreen(wrong)}</p>
        <p>{wrong === 0 ? words.allGreenDetail : words.notGreenDetail}</p>
        <p>{words.onWord(onSomebodysWord(checks).map((id) => words.names[id]))}</p>
      </div>
      <RunUpNotices runUp={runUp} />
      <p class="run-up-ways">
        <button type="button" class="button button-quiet" onClick={onReadAgain}>
          {runUpWords.readAgain}
        </button>
        <button type="button" class="button button-quiet" onClick={() => window.print()}>
          {runUpWords.print}
        </button>
      </p>
      <ul class="checks">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} {...props} />
        ))}
      </ul>
      <SignGo runUp={runUp} acts={acts} who={who} red={wrong} timeZone={timeZone} />
      {mayKeep && (
        <div class="run-up-tools">
          <ImportFile
            name="import-prices"
            label={words.importPrices}
            hint={words.importHint}
            busy={busy}
            onFile={(file) => acts.importFile('prices', file)}
          />
          <ImportFile
            name="preflight"
            label={words.preflight}
            hint={words.preflightHint}
            accept=".json,application/json"
            busy={busy}
            error={runUp.wrong.includes('preflight') ? words.preflightWrong : undefined}
            onFile={(file) => acts.givePreflight(file, now)}
          />
        </div>
      )}
    </section>
  );
}

const isReported = (id: string): id is ReportedCheck => (reportedChecks as readonly string[]).includes(id);

function CheckRow({ check, ...props }: GoProps & { readonly check: RunUpCheck }) {
  const { runUp, acts, who, timeZone } = props;
  const { id, state, report } = check;
  const isOpen = runUp.form?.of === 'report' && runUp.form.check === id;
  return (
    <li class={`check check-${state}`}>
      <p class="check-state">{words.states[state]}</p>
      <div class="check-said">
        <h3>{words.names[id]}</h3>
        <p>{foundInWords(check, timeZone)}</p>
        {report && (
          <p dir="auto">{words.seen(report.says, words.saidBy[report.by], shortMoment(report.happenedAt, timeZone))}</p>
        )}
        {check.differences && <Differences check={check} currency={props.currency} />}
        {state !== 'green' && <p class="check-todo">→ {words.todoOf[`${id}.${check.found}`] ?? words.todo[id]}</p>}
        <p class="hint">{words.rests[id]}</p>
        {isReported(id) && mayNow(who, 'keep-plan') && (
          <p class="run-up-ways">
            <button
              type="button"
              class="button button-quiet"
              aria-expanded={isOpen}
              aria-label={words.reportOf(words.names[id])}
              onClick={() => acts.open(isOpen ? undefined : { of: 'report', check: id })}
            >
              {words.report}
            </button>
          </p>
        )}
        {isOpen && isReported(id) && <ReportForm runUp={runUp} acts={acts} check={id} />}
      </div>
    </li>
  );
}

export function foundInWords({ id, found, count = 0, at }: RunUpCheck, timeZone: string): string {
  const say = words.found[`${id}.${found}`] ?? words.found[found];
  return say?.(count, at === undefined ? '' : shortMoment(at, timeZone)) ?? found;
}

/** More than this nobody reads at five to nine. */
const mostShown = 12;

function Differences({ check, currency }: { readonly check: RunUpCheck; readonly currency: string }) {
  const { differences = [] } = check;
  const amount = (minor: number | undefined) => (minor === undefined ? '' : money(minor, currency));
  const more = differences.length - mostShown;
  return (
    <ul aria-label={words.differences}>
      {differences.slice(0, mostShown).map((one) => (
        <li key={[one.is, one.show, one.category, one.performance].join(' ')} dir="auto">
          <b>
            {one.show}, {one.category}
          </b>
          : {words.difference(one, amount(one.printed), amount(one.published))}
        </li>
      ))}
      {more > 0 && <li>{words.more(more)}</li>}
    </ul>
  );
}

function ReportForm({ runUp, acts, check }: Pick<GoProps, 'runUp' | 'acts'> & { readonly check: ReportedCheck }) {
  const { wrong, busy } = runUp;
  return (
    <form
      class="card run-up-form"
      noValidate
      aria-label={words.reportOf(words.names[check])}
      onSubmit={(submit) => {
        submit.preventDefault();
        const { good = '', says = '' } = valuesOf(submit.currentTarget as HTMLFormElement);
        if (says === '') return acts.wrong(['says']);
        acts.act({ act: 'report', check, good: good === 'yes', says });
      }}
    >
      {(['yes', 'no'] as const).map((good) => (
        <label key={good} class="way">
          <input type="radio" name="good" value={good} defaultChecked={good === 'yes'} />
          <span>{good === 'yes' ? words.wasGood : words.wasBad}</span>
        </label>
      ))}
      <Field
        label={words.says}
        name="says"
        autocomplete="off"
        maxLength={300}
        error={wrong.includes('says') ? words.saysWrong : undefined}
      />
      <p class="run-up-ways">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? runUpWords.saving : words.send}
        </button>
        <button type="button" class="button button-quiet" onClick={() => acts.open(undefined)}>
          {runUpWords.cancel}
        </button>
      </p>
    </form>
  );
}
