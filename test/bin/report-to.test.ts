import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { reportTo, wasTold } from '../../bin/report-to.ts';

const folder = mkdtempSync(join(tmpdir(), 'stampede-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

let said: string[];
beforeEach(() => {
  said = [];
  jest.spyOn(console, 'error').mockImplementation((line) => void said.push(`${line}`));
});
afterEach(() => void jest.restoreAllMocks());

describe('a report', () => {
  test('that fails is said, and is no fault of what was found', async () => {
    expect(await wasTold(() => Promise.reject(new Error('not authorized')))).toBe(false);
    expect(said).toEqual(['The run-up was not told: not authorized']);
  });

  test('that was taken is told without a word more', async () => {
    expect(await wasTold(async () => {})).toBe(true);
    expect(said).toEqual([]);
  });

  test('goes to a stage whose function is known; without one it says so before the work begins', async () => {
    const outputs = join(folder, 'outputs.json');
    writeFileSync(outputs, '{"Stampede-a-RunUp":{}}');
    await expect(reportTo(outputs, 'eu-west-2')).rejects.toThrow('no output ReportChecksFunction');
    await expect(reportTo(outputs, '')).rejects.toThrow('--region');
    writeFileSync(outputs, '{"Stampede-a-RunUp":{"ReportChecksFunction":"f"}}');
    expect(typeof (await reportTo(outputs, 'eu-west-2'))).toBe('function');
  });
});
