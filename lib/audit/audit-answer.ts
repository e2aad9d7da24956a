import { z } from 'zod';

/**
 * The answer of `npm audit --json`, of npm 7 and later (`auditReportVersion` 2). A package's `via` has its own advisories as
 * objects, and the names of other packages through which it is reached. Each of those has an entry of its own.
 */
const severity = z.enum(['info', 'low', 'moderate', 'high', 'critical']);

const answer = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      nodes: z.array(z.string()),
      via: z.array(
        z.union([
          z.string(),
          z.object({ source: z.number(), title: z.string(), url: z.string(), severity, range: z.string() }),
        ]),
      ),
    }),
  ),
});

export type AdvisorySeverity = z.infer<typeof severity>;

/** One advisory about one package that is installed. */
export interface Advisory {
  /** `GHSA-…`, or npm's number where the address has none. */
  readonly id: string;
  readonly severity: AdvisorySeverity;
  readonly package: string;
  readonly title: string;
  readonly url: string;
  /** Where it is installed: `node_modules/a/node_modules/b`. */
  readonly paths: readonly string[];
}

export type AuditAnswer =
  | { readonly ok: true; readonly advisories: readonly Advisory[] }
  /** The registry gave no answer to judge. */
  | { readonly ok: false; readonly why: string };

export function readAuditAnswer(text: string): AuditAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: `npm audit did not answer in JSON: ${text.trim().slice(0, 200) || 'it said nothing'}` };
  }
  const read = answer.safeParse(json);
  if (!read.success) return { ok: false, why: whyNone(json) };
  const advisories = Object.values(read.data.vulnerabilities).flatMap(({ name, nodes, via }) =>
    via.flatMap((each) =>
      typeof each === 'string'
        ? []
        : [
            {
              id: /GHSA(-\w{4}){3}/.exec(each.url)?.[0] ?? `${each.source}`,
              severity: each.severity,
              package: name,
              title: each.title,
              url: each.url,
              paths: nodes,
            },
          ],
    ),
  );
  return { ok: true, advisories };
}

/** npm writes its own errors, and those of the registry, in two shapes. */
function whyNone(json: unknown): string {
  const { message, error } = (json ?? {}) as {
    readonly message?: string;
    readonly error?: { readonly summary?: string; readonly code?: string };
  };
  return message || error?.summary || error?.code || 'npm audit answered in a form that is not known';
}
