import type { Risk, RiskLevel } from '../../contracts/run-up.ts';
import { riskLevels } from '../../contracts/run-up.ts';
import { type ReadRun, readColumns } from './sheet-columns.ts';

/* A risk register as a house has it in a spreadsheet. What this platform makes of a risk are columns more, if they are there. */

export type RiskRow = Omit<Risk, 'id' | 'version'>;

const columns = {
  risk: 'risk whatcouldgowrong description',
  area: 'area category',
  severity: 'severity impact',
  chance: 'chance likelihood probability',
  here: 'here onthisplatform',
  mitigate: 'mitigate mitigation prevention',
  act: 'act action response contingency',
  owner: 'owner who responsible',
  minutes: 'minutes mins time',
  runbook: 'runbook',
  alarm: 'alarm detectedby',
  lever: 'lever answeredby',
} as const;

const longest = {
  risk: 300,
  area: 80,
  here: 400,
  mitigate: 400,
  act: 400,
  owner: 80,
  runbook: 80,
  alarm: 120,
  lever: 200,
};

export function risksOf(file: Uint8Array): ReadRun<RiskRow> {
  return readColumns(file, columns, ['risk', 'severity', 'chance'], ({ cell }) => {
    const [severity, chance] = [levelIn(cell('severity')), levelIn(cell('chance'))];
    if (cell('risk') === '') return no('names no risk');
    if (severity === undefined) return no(`has "${cell('severity')}" for the severity: write low, medium or high`);
    if (chance === undefined) return no(`has "${cell('chance')}" for the chance: write low, medium or high`);
    const minutes = cell('minutes');
    if (!/^\d{0,4}$/.test(minutes)) return no(`has "${minutes}" for the minutes: write a number`);
    for (const [name, most] of Object.entries(longest)) {
      const { length } = cell(name as keyof typeof longest);
      if (length > most) return no(`has ${length} letters for "${name}": at most ${most}`);
    }
    const { here, mitigate, act: action, area, owner, runbook, alarm, lever, risk } = every(cell);
    return {
      ok: true,
      row: {
        ...{ risk, area, severity, chance, here, mitigate, action, owner, runbook, alarm, lever },
        ...(minutes !== '' && { minutes: Number(minutes) }),
      },
    };
  });
}

const every = (cell: (name: keyof typeof longest) => string) =>
  Object.fromEntries(Object.keys(longest).map((name) => [name, cell(name as keyof typeof longest)])) as Readonly<
    Record<keyof typeof longest, string>
  >;

const no = (fault: string) => ({ ok: false, fault }) as const;

function levelIn(cell: string): RiskLevel | undefined {
  const said = cell.toLowerCase();
  return riskLevels.find((level) => level === said || level[0] === said) ?? (said === 'med' ? 'medium' : undefined);
}
