import type { Fault, Finding, Lack, Proofs, WholeFault, WholeLack } from '../../contracts/findings.ts';
import { beaconWords } from '../../words/en/beacon.ts';
import { type PlaceCheck, checkWords as words } from '../../words/en/check.ts';

/** What is found of one place; the page has no words for a whole line. */
type PlaceFinding = Extract<Finding, { readonly check: PlaceCheck }>;
const isOfPlace = (finding: Finding): finding is PlaceFinding => finding.check in words.how;

const signs = { ok: '✓', wrong: '✗', unchecked: '–', unproved: '?' } as const;

/** Every check in its own words; opened, the exact numbers. A check that does not hold, or proves nothing, is open from the start. */
export function Steps({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section class="steps">
      <h2>{words.steps}</h2>
      <p class="hint">{words.stepsHint}</p>
      <ol>
        {findings.filter(isOfPlace).map((finding) => (
          <li key={finding.check} class={`step step-${finding.outcome}`}>
            <Step finding={finding} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ finding }: { readonly finding: PlaceFinding }) {
  const { check, outcome } = finding;
  return (
    <details open={outcome === 'wrong' || outcome === 'unproved'}>
      <summary>
        <span class="step-sign" aria-hidden="true">
          {signs[outcome]}
        </span>
        <span class="step-title">
          <span class="unseen">{words.marks[outcome]}: </span>
          {titleOf(finding)}
        </span>
      </summary>
      <div class="step-more">
        {faultsOf(finding).map((fault) => (
          <p key={JSON.stringify(fault)} class="step-fault">
            {capital(faultWords(fault))}
          </p>
        ))}
        {finding.outcome === 'unproved' && <p class="step-lack">{beaconWords[finding.doubt]}</p>}
        {finding.outcome === 'unchecked' && (
          <p class="step-lack">{words.lacks[finding.lack as Exclude<Lack, WholeLack>]}</p>
        )}
        <p>{words.how[check]}</p>
        <Rows rows={rowsOf(finding)} />
      </div>
    </details>
  );
}

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <dl class="exact">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={/^[0-9a-f]{64}$/.test(value) ? 'hex' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function titleOf(finding: PlaceFinding): string {
  const { check, outcome } = finding;
  if (outcome === 'ok') return (words.held[check] as (facts: Proofs[PlaceCheck]) => string)(finding.facts);
  if (outcome === 'unproved') return words.unproved;
  return outcome === 'wrong' ? words.wrong[check] : words.open[check];
}

function rowsOf(finding: PlaceFinding): readonly (readonly [string, string])[] {
  if (finding.outcome !== 'ok' && finding.outcome !== 'unproved') return [];
  return (words.rows[finding.check] as (facts: Proofs[PlaceCheck]) => readonly (readonly [string, string])[])(
    finding.facts,
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const faultsOf = (finding: Finding): readonly Fault[] => (finding.outcome === 'wrong' ? finding.faults : []);

export function faultWords(fault: Fault): string {
  return (words.faults[fault.fault as Exclude<Fault['fault'], WholeFault>] as (given: Fault) => string)(fault);
}
