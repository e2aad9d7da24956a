import { describe, expect, test } from '@jest/globals';
import { exportRefusals } from '../../../lib/deployment/lost-exports.ts';
import type { StackToDeploy } from '../../../lib/deployment/safe-deployment.ts';
import type { DeployedTemplate } from '../../../lib/deployment/template-change.ts';
import { readAssembly } from '../../../local-cloud/assembly/assembly.ts';
import { stagesOfTests } from '../stages.ts';
import { assemblyOf } from '../synthesize.ts';

const exporting = (value: unknown): DeployedTemplate => ({
  Outputs: { Made: { Value: value, Export: { Name: 'Foundation:Audit' } } },
});
const importing: DeployedTemplate = {
  Resources: {
    Fn: { Type: 'x', Properties: { Table: { 'Fn::Join': ['', [{ 'Fn::ImportValue': 'Foundation:Audit' }]] } } },
  },
};
const phrases = (next: DeployedTemplate, user: DeployedTemplate | undefined) =>
  exportRefusals([
    { name: 'Foundation', before: exporting({ Ref: 'Audit' }), next },
    { name: 'Staff', before: user, next: {} },
  ]).map(({ phrase }) => phrase);

describe('an export that a deployed stack imports', () => {
  test('may not be lost or changed, although the next template of that stack imports it no more', () => {
    expect(phrases({}, importing)).toEqual(['lose the export Foundation:Audit']);
    expect(phrases(exporting({ Ref: 'Other' }), importing)).toEqual(['lose the export Foundation:Audit']);
  });

  test('may stay; one that nobody imports may go', () => {
    expect(phrases(exporting({ Ref: 'Audit' }), importing)).toEqual([]);
    expect(phrases({}, {})).toEqual([]);
    expect(phrases({}, undefined)).toEqual([]);
  });
});

test('no change of settings, from any stage of these tests to any other, loses one', async () => {
  const stages: (readonly StackToDeploy[])[] = [];
  // One after another: the first has all of them made by one process.
  for (const changes of stagesOfTests) stages.push(readAssembly(await assemblyOf(changes)).stacks);
  const lost = stages.flatMap((next) =>
    stages.flatMap((deployed) => {
      const before = new Map(deployed.map(({ name, template }) => [name, template]));
      return exportRefusals(next.map(({ name, template }) => ({ name, before: before.get(name), next: template })));
    }),
  );
  expect([...new Set(lost.map(({ sentence }) => sentence))]).toEqual([]);
});
