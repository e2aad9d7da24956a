import { z } from 'zod';
import type { Advisory, AuditAnswer } from './audit-answer.ts';

/**
 * When an advisory stops a delivery (docs/delivery.md has the rule in words):
 *
 *     critical, high ──▶ stops, wherever the package is
 *     moderate ──▶ stops if the package is in a bundle, and so runs in the cloud or in a fan's browser
 *     low, info, moderate in tools ──▶ told
 *     an exception with a reason lets one through, until its date
 */
export const exceptionsSetting = z.array(
  z.strictObject({
    /** Of the advisory. */
    id: z.string().regex(/^(GHSA(-\w{4}){3}|\d+)$/, 'must be the id of an advisory, such as GHSA-abcd-1234-wxyz'),
    reason: z.string().min(20, 'must say in a sentence why the advisory does no harm here'),
    /** The last day on which it counts, in UTC. */
    until: z.iso.date('must be a day such as 2027-03-06'),
  }),
);

export type AuditException = z.infer<typeof exceptionsSetting>[number];

export interface AuditFacts {
  readonly answer: AuditAnswer;
  /** Paths of the packages that are in bundles. Undefined: not known, and then each counts as bundled. */
  readonly bundled: ReadonlySet<string> | undefined;
  readonly exceptions: readonly AuditException[];
  readonly now: number;
}

export interface AuditVerdict {
  /** 0: passed. 1: an advisory stops it, or an exception is over. 2: the registry could not be asked. */
  readonly status: 0 | 1 | 2;
  readonly lines: readonly string[];
}

export function judgeAudit({ answer, bundled, exceptions, now }: AuditFacts): AuditVerdict {
  if (!answer.ok) return { status: 2, lines: [`The registry could not be asked, so nothing is known: ${answer.why}`] };
  const isOver = ({ until }: AuditException) => now >= Date.parse(`${until}T00:00:00Z`) + 86_400_000;
  const excepted = new Map(exceptions.filter((each) => !isOver(each)).map((each) => [each.id, each]));
  const inBundle = ({ paths }: Advisory) => bundled === undefined || paths.some((path) => bundled.has(path));
  const stops = (advisory: Advisory) =>
    ['critical', 'high'].includes(advisory.severity) || (advisory.severity === 'moderate' && inBundle(advisory));

  const said = (advisory: Advisory) => {
    const where = bundled === undefined ? '' : inBundle(advisory) ? ', in a bundle' : ', in tools alone';
    return `${advisory.severity} ${advisory.id} in ${advisory.package}${where}: ${advisory.title} (${advisory.url})`;
  };
  const { advisories } = answer;
  const stopping = advisories.filter((each) => stops(each) && !excepted.has(each.id));
  const told = advisories.filter((each) => !stops(each));
  const passed = advisories.filter((each) => stops(each) && excepted.has(each.id));
  const over = exceptions.filter(isOver);
  const useless = exceptions.filter((each) => !isOver(each) && !advisories.some(({ id }) => id === each.id));
  const lines = [
    ...stopping.map((each) => `STOPS  ${said(each)}`),
    ...over.map(
      ({ id, until }) => `STOPS  the exception for ${id} ended on ${until}: renew it with a reason, or take it out`,
    ),
    ...passed.map(
      (each) => `let    ${said(each)}; until ${excepted.get(each.id)?.until}: ${excepted.get(each.id)?.reason}`,
    ),
    ...told.map((each) => `told   ${said(each)}`),
    ...useless.map(({ id }) => `told   the exception for ${id} meets nothing any more: take it out`),
  ];
  if (bundled === undefined)
    lines.push('What is bundled is not known before `npm run build`, so every package counts as bundled.');
  const failed = stopping.length + over.length > 0;
  return {
    status: failed ? 1 : 0,
    lines: lines.length > 0 ? lines : ['No advisory is known about what is installed.'],
  };
}
