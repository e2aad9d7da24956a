import { describe, expect, test } from '@jest/globals';
import { readAuditAnswer } from '../../../lib/audit/audit-answer.ts';
import { type AuditFacts, exceptionsSetting, judgeAudit } from '../../../lib/audit/audit-rule.ts';
import { advisoryEntry, answerOf, notAllowed, unreachable } from './audit-answers.ts';

const now = Date.parse('2027-03-06T09:00:00Z');
const reason = 'Only the build of the screens reads such a file, and it is ours.';
const bundled = new Set(['node_modules/in-bundle']);

const judged = (text: string, more: Partial<AuditFacts> = {}) =>
  judgeAudit({ answer: readAuditAnswer(text), bundled, exceptions: [], now, ...more });
const about = (severity: string, name: string) => answerOf([advisoryEntry({ name, severity })]);

describe('what stops', () => {
  test.each([
    ['critical', 'in-tools', 1],
    ['high', 'in-tools', 1],
    ['moderate', 'in-tools', 0],
    ['moderate', 'in-bundle', 1],
    ['low', 'in-bundle', 0],
    ['info', 'in-bundle', 0],
  ])('%s, %s: status %i', (severity, name, status) => {
    const verdict = judged(about(severity, name));
    expect(verdict.status).toBe(status);
    expect(verdict.lines).toEqual([
      expect.stringMatching(new RegExp(`^${status ? 'STOPS' : 'told '}  ${severity} GHSA`)),
    ]);
  });

  test('before anything was bundled, each package counts as bundled, and that is said', () => {
    const verdict = judged(about('moderate', 'in-tools'), { bundled: undefined });
    expect(verdict.status).toBe(1);
    expect(verdict.lines.at(-1)).toMatch(/not known before/);
  });

  test('a package that is only reached through another is told of once', () => {
    const text = answerOf([
      advisoryEntry({ name: 'deep', severity: 'high' }),
      { ...advisoryEntry({ name: 'outer', severity: 'high' }), via: ['deep'], effects: [] },
    ]);
    expect(judged(text).lines).toHaveLength(1);
  });

  test('nothing known, nothing stops', () => {
    expect(judged(answerOf([]))).toEqual({ status: 0, lines: ['No advisory is known about what is installed.'] });
  });
});

describe('exceptions', () => {
  const id = 'GHSA-abcd-1234-wxyz';
  const high = about('high', 'in-tools');

  test.each([
    ['of today', '2027-03-06', 0],
    ['of yesterday', '2027-03-05', 1],
  ])('one that ends with the end %s', (_, until, status) => {
    expect(judged(high, { exceptions: [{ id, reason, until }] }).status).toBe(status);
  });

  test('one that is over stops, even when the advisory went', () => {
    const verdict = judged(answerOf([]), { exceptions: [{ id, reason, until: '2027-01-01' }] });
    expect(verdict).toEqual({ status: 1, lines: [expect.stringMatching(/ended on 2027-01-01/)] });
  });

  test('one of another advisory lets nothing through, and is told of', () => {
    const verdict = judged(high, { exceptions: [{ id: 'GHSA-zzzz-0000-zzzz', reason, until: '2027-12-31' }] });
    expect(verdict.status).toBe(1);
    expect(verdict.lines.at(-1)).toMatch(/meets nothing any more/);
  });

  test.each([
    ['without a reason', { id, reason: 'later', until: '2027-12-31' }],
    ['without an end', { id, reason }],
    ['until a day that is none', { id, reason, until: '2027-02-30' }],
    ['of every advisory', { id: '*', reason, until: '2027-12-31' }],
  ])('one %s is refused', (_, exception) => {
    expect(exceptionsSetting.safeParse([exception]).success).toBe(false);
  });
});

describe('a registry that gives no answer is no good news', () => {
  test.each([
    ['it does not take audits', notAllowed, /405 Method Not Allowed/],
    ['it cannot be reached', unreachable, /ENOTFOUND/],
    ['npm says nothing', '', /said nothing/],
    ['a form of another npm', '{"actions":[],"advisories":{}}', /not known/],
  ])('%s', (_, text, why) => {
    const verdict = judged(text);
    expect(verdict.status).toBe(2);
    expect(verdict.lines).toEqual([expect.stringMatching(why)]);
  });
});
