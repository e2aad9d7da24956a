import { type Risk, riskLevels } from '../../../contracts/run-up.ts';
import { heatOf, worstFirst } from '../../../rules/run-up/risk-matrix.ts';
import { riskWords as words } from '../../../words/en/control-room-risks.ts';
import { count } from '../../../words/en/written.ts';
import { isolated } from '../../../words/isolated.ts';
import { Notice } from '../../elements/notice.tsx';
import { mayNow } from '../../sign-in/signed-in.ts';
import { ImportFile, RunUpNotices } from '../plan/notices.tsx';
import { ReadAgain, type RunUpProps } from '../plan/plan-view.tsx';
import { RiskForm } from './risk-form.tsx';

/** What could go wrong: the worst first. */
export function RisksView(props: RunUpProps) {
  const { runUp, acts, who } = props;
  const { shown, busy, form } = runUp;
  const mayKeep = mayNow(who, 'keep-plan');
  if (!shown)
    return (
      <>
        <RunUpNotices runUp={runUp} />
        {busy ? <p class="waiting-for-data" aria-busy="true" /> : <ReadAgain {...props} />}
      </>
    );
  const risks = worstFirst(shown.runUp.risks);
  return (
    <section class="run-up" aria-labelledby="risks-title" aria-busy={busy}>
      <h2 id="risks-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="lead">{words.lead}</p>
      <RunUpNotices runUp={runUp} />
      {risks.length === 0 ? (
        <Notice title={words.empty}>{mayKeep && <p>{words.emptyDetail}</p>}</Notice>
      ) : (
        <>
          <Matrix risks={risks} />
          <ol class="risks">
            {risks.map((risk) => (
              <RiskCard key={risk.id} risk={risk} {...props} />
            ))}
          </ol>
        </>
      )}
      {mayKeep && (
        <div class="run-up-tools">
          {form?.of === 'risk' && !form.risk ? (
            <RiskForm runUp={runUp} acts={acts} />
          ) : (
            <p>
              <button type="button" class="button button-quiet" onClick={() => acts.open({ of: 'risk' })}>
                {words.add}
              </button>
            </p>
          )}
          <ImportFile
            name="import-risks"
            label={words.importRisks}
            hint={words.importHint}
            busy={busy}
            onFile={(file) => acts.importFile('risks', file)}
          />
        </div>
      )}
    </section>
  );
}

function Matrix({ risks }: { readonly risks: readonly Risk[] }) {
  const down = [...riskLevels].reverse();
  return (
    <table class="risk-matrix">
      <caption>{words.matrix}</caption>
      <thead>
        <tr>
          <th scope="col">{words.severity}</th>
          {riskLevels.map((chance) => (
            <th key={chance} scope="col">
              {words.chance}: {words.levels[chance]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {down.map((severity) => (
          <tr key={severity}>
            <th scope="row">{words.levels[severity]}</th>
            {riskLevels.map((chance) => {
              const n = risks.filter((risk) => risk.severity === severity && risk.chance === chance).length;
              return (
                <td key={chance} class={`heat-${heatOf({ severity, chance })}`}>
                  {n > 0 && <b aria-hidden="true">{count(n)}</b>}
                  <span class="unseen">{words.cell(n)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RiskCard({ risk, runUp, acts, who }: RunUpProps & { readonly risk: Risk }) {
  const { form } = runUp;
  const opened = form?.of === 'risk' && form.risk?.id === risk.id ? form.risk : undefined;
  const { severity, chance, minutes, runbook } = risk;
  const action = risk.action && minutes !== undefined ? `${risk.action} (${words.minutes(minutes)})` : risk.action;
  const facts: readonly (readonly [name: string, said: string])[] = [
    [words.here, risk.here],
    [words.mitigate, risk.mitigate],
    [words.action, action],
    [words.owner, risk.owner],
    [words.alarm, risk.alarm],
    [words.lever, risk.lever],
    [words.runbook, runbook && `docs/runbooks/${runbook}.md`],
  ];
  return (
    <li class={`risk heat-edge-${heatOf(risk)}`}>
      <h3 dir="auto">{risk.risk}</h3>
      <p class="risk-rated">
        {words.rated(words.levels[severity], words.levels[chance])}
        {risk.area && (
          <>
            {' · '}
            <bdi>{risk.area}</bdi>
          </>
        )}
      </p>
      <dl>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={said ? undefined : 'not-said'} dir="auto">
              {said || words.none}
            </dd>
          </div>
        ))}
      </dl>
      {mayNow(who, 'keep-plan') && (
        <p class="run-up-ways">
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={opened !== undefined}
            aria-label={words.changeOne(isolated(risk.risk))}
            onClick={() => acts.open(opened ? undefined : { of: 'risk', risk })}
          >
            {words.change}
          </button>
        </p>
      )}
      {opened && <RiskForm runUp={runUp} acts={acts} risk={opened} />}
    </li>
  );
}
