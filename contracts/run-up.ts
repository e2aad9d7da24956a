import { z } from 'zod';
import { freezeFile } from './freeze.ts';
import { instant, opaqueId, slug } from './ids.ts';
import { lineOrNothing, lineText } from './seen.ts';

/*
 * What is done in the weeks before an on-sale, what could go wrong, and what was seen of both. Each row has the version of
 * the run-up in which it changed last: who changes it says which one they saw.
 */

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof weekDays)[number];

const version = z.number().int().min(0);

const itemFields = {
  id: opaqueId,
  weeksBefore: z
    .number()
    .int()
    .min(-52, 'plan at most a year ahead')
    .max(104, 'plan at most two years ahead')
    .describe('0 is the week of the doors, Monday to Sunday; -1 is the week after.'),
  day: z.enum(weekDays),
  action: lineText('write what is to be done').max(300),
  owner: lineOrNothing().max(80).describe('Who sees to it: a department, in the house’s own words.'),
  done: z.boolean(),
};

export const planItem = z.object({ ...itemFields, version }).readonly();
export type PlanItem = z.infer<typeof planItem>;

export const riskLevels = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
const level = z.enum(riskLevels);

const riskFields = {
  id: opaqueId,
  risk: lineText('write what could go wrong').max(300),
  area: lineOrNothing().max(80),
  severity: level,
  chance: level,
  here: lineOrNothing().max(400).describe('What it comes to on this platform.'),
  mitigate: lineOrNothing().max(400).describe('What is done beforehand.'),
  action: lineOrNothing().max(400).describe('What is done when it happens.'),
  owner: lineOrNothing().max(80),
  minutes: z.number().int().min(0).max(10_080).exactOptional().describe('How long that takes.'),
  runbook: lineOrNothing().max(80).describe('A file of docs/runbooks/, without its end.'),
  alarm: lineOrNothing().max(120).describe('The alarm that rings.'),
  lever: lineOrNothing().max(200).describe('The act that answers it.'),
};

export const risk = z.object({ ...riskFields, version }).readonly();
export type Risk = z.infer<typeof risk>;

export const brochurePrice = z
  .object({
    show: z.string().describe('As the brochure calls it.'),
    category: z.string(),
    price: z.number().int().describe('Minor units.'),
  })
  .readonly();
export type BrochurePrice = z.infer<typeof brochurePrice>;

export const freezeLift = z
  .object({ liftedAt: instant, until: instant, reason: z.string() })
  .readonly()
  .describe('Who it was is in the audit.');
export type FreezeLift = z.infer<typeof freezeLift>;

export const runUp = z
  .object({
    onSale: slug,
    version: version.describe('Counts the changes; 0 is a run-up that nobody wrote yet.'),
    plan: z.array(planItem).readonly(),
    risks: z.array(risk).readonly(),
    prices: z.array(brochurePrice).readonly().describe('The brochure’s list, in the season’s currency.'),
    lifts: z.array(freezeLift).readonly(),
  })
  .readonly();
export type RunUp = z.infer<typeof runUp>;

/** What no file that is published can tell. Somebody, or a program, says it, and it ages. */
export const reportedChecks = [
  'trial',
  'rehearsal',
  'quotas',
  'warm-tables',
  'keys',
  'mail',
  'certificate',
  'fallback',
  'drill',
] as const;
export type ReportedCheck = (typeof reportedChecks)[number];

const reportFields = {
  check: z.enum(reportedChecks),
  good: z.boolean(),
  says: lineText('say what was found').max(300),
};

export const checkReport = z
  .object({ ...reportFields, happenedAt: instant, by: z.enum(['person', 'program']) })
  .readonly()
  .describe('The newest of its kind. It is about the whole house.');
export type CheckReport = z.infer<typeof checkReport>;

/** What `npm run preflight -- --json` prints. */
export const preflightFound = z.object({
  found: z
    .array(z.object({ check: z.string(), state: z.enum(['ready', 'todo', 'unknown']), says: z.string().max(2000) }))
    .min(1)
    .max(60),
});
export type PreflightFound = z.infer<typeof preflightFound>;

/** Answer of every route of a run-up. */
export const runUpShown = z
  .object({
    runUp,
    reports: z.array(checkReport).readonly(),
    freeze: freezeFile,
    facts: z
      .object({
        lineOpened: z.boolean(),
        openHouses: z.array(slug).readonly().describe('Performances whose houses are open for this on-sale.'),
      })
      .readonly(),
  })
  .readonly();
export type RunUpShown = z.infer<typeof runUpShown>;

const seenVersion = version.describe('The one that was seen. If it has moved on, nothing is changed.');
const csv = z
  .base64('send the bytes of the file in base64')
  .min(1)
  .max(180_000, 'send a file of at most 130 kB')
  .describe('A spreadsheet’s CSV, whatever its encoding and separators, in base64.');

/** Body of `change-run-up`. Done twice, each act is done once. */
export const runUpAct = z.discriminatedUnion('act', [
  z
    .strictObject({
      act: z.literal('import'),
      what: z.enum(['plan', 'risks', 'prices']),
      file: csv,
      version: seenVersion,
    })
    .describe('The file takes the place of what stands. A task that was done stays done.'),
  z
    .strictObject({
      act: z.literal('put-item'),
      item: z.strictObject(itemFields),
      version: seenVersion.exactOptional(),
    })
    .describe('Without a version it is a new one.'),
  z.strictObject({ act: z.literal('remove-item'), id: opaqueId, version: seenVersion }),
  z
    .strictObject({
      act: z.literal('put-risk'),
      risk: z.strictObject(riskFields),
      version: seenVersion.exactOptional(),
    })
    .describe('Without a version it is a new one.'),
  z.strictObject({ act: z.literal('remove-risk'), id: opaqueId, version: seenVersion }),
  z
    .strictObject({ act: z.literal('report'), ...reportFields, happenedAt: instant.exactOptional() })
    .describe('What somebody has seen, now if no time is said.'),
  z
    .strictObject({
      act: z.literal('report-preflight'),
      preflight: preflightFound,
      happenedAt: instant.exactOptional(),
    })
    .describe('What `npm run preflight -- --json` printed.'),
]);
export type RunUpAct = z.infer<typeof runUpAct>;

/** The input of `run-up/checks/report-checks`, for programs with rights of the account: a rehearsal, a delivery, the canary. */
export const checkReports = z.strictObject({
  reports: z.array(z.strictObject(reportFields)).max(20).exactOptional(),
  preflight: preflightFound.exactOptional(),
  happenedAt: instant.exactOptional(),
});
export type CheckReports = z.infer<typeof checkReports>;
