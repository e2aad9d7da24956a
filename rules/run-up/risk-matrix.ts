import { type Risk, type RiskLevel, riskLevels } from '../../contracts/run-up.ts';

/* How bad a risk is: severity times chance, each one to three. Of two that are as bad the graver one stands first. */

const weight = (level: RiskLevel): number => riskLevels.indexOf(level) + 1;

export const badnessOf = ({ severity, chance }: Pick<Risk, 'severity' | 'chance'>): number =>
  weight(severity) * weight(chance);

/** In words of colour: `9` and `6` are for today, `1` and `2` may wait. */
export function heatOf(of: Pick<Risk, 'severity' | 'chance'>): RiskLevel {
  const badness = badnessOf(of);
  return badness >= 6 ? 'high' : badness >= 3 ? 'medium' : 'low';
}

export function worstFirst<Row extends Pick<Risk, 'severity' | 'chance'>>(risks: readonly Row[]): readonly Row[] {
  return [...risks].sort(
    (one, other) => badnessOf(other) - badnessOf(one) || weight(other.severity) - weight(one.severity),
  );
}
