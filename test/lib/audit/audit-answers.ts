/* Answers of `npm audit --json` in the form of npm 10 and 11. The errors are recorded, without what names a machine. */

export const notAllowed = JSON.stringify({
  message: '405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk',
  method: 'POST',
  uri: 'https://registry.npmjs.org/-/npm/v1/security/advisories/bulk',
  headers: { allow: ['GET,HEAD'], 'content-length': ['0'], 'x-fetch-attempts': ['1'] },
  statusCode: 405,
  body: '',
  error: { summary: '', detail: '' },
});

export const unreachable = JSON.stringify({
  error: {
    code: 'ENOTFOUND',
    summary: 'request to https://registry.invalid/ failed, reason: getaddrinfo ENOTFOUND',
    detail: '',
  },
});

export const advisoryEntry = ({ name, severity }: { readonly name: string; readonly severity: string }) => ({
  name,
  severity,
  isDirect: false,
  via: [
    {
      source: 1_096_410,
      name,
      dependency: name,
      title: `${name} believes what it reads`,
      url: 'https://github.com/advisories/GHSA-abcd-1234-wxyz',
      severity,
      cwe: ['CWE-1321'],
      cvss: { score: 5.3, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L' },
      range: '<2.0.0',
    },
  ] as readonly unknown[],
  effects: [] as readonly string[],
  range: '<2.0.0',
  nodes: [`node_modules/${name}`],
  fixAvailable: { name, version: '2.0.0', isSemVerMajor: true },
});

export function answerOf(entries: readonly ReturnType<typeof advisoryEntry>[]): string {
  return JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(entries.map((entry) => [entry.name, entry])),
    metadata: { vulnerabilities: { total: entries.length }, dependencies: { prod: 1, dev: 900, total: 901 } },
  });
}
