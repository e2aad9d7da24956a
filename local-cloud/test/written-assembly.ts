/** A cloud assembly written by hand, for tests of single kinds: templates by stack name, and the code of functions. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

export interface WrittenStack {
  readonly template: object;
  readonly dependencies?: readonly string[];
  readonly region?: string;
}

/** @param code ES modules by asset hash, each called `index.mjs`. @returns the folder. */
export const writtenAssembly = (
  stacks: Readonly<Record<string, WrittenStack>>,
  code: Readonly<Record<string, string>> = {},
): string => {
  const folder = temporaryFolder();
  const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
  const files = Object.fromEntries(
    Object.keys(code).map((hash) => [hash, { source: { path: `asset.${hash}`, packaging: 'zip' } }]),
  );
  for (const [hash, text] of Object.entries(code)) {
    mkdirSync(join(folder, `asset.${hash}`));
    writeFileSync(join(folder, `asset.${hash}`, 'index.mjs'), text);
  }
  write('assets.json', { files });
  const artifacts: Record<string, object> = {
    assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  };
  for (const [name, { template, dependencies = [], region = 'eu-west-2' }] of Object.entries(stacks)) {
    write(`${name}.template.json`, template);
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: `aws://111122223333/${region}`,
      properties: { templateFile: `${name}.template.json` },
      dependencies: [...dependencies, 'assets'],
    };
  }
  write('manifest.json', { version: '48.0.0', artifacts });
  return folder;
};

/** The template of a function with the code of that hash. */
export const functionOf = (hash: string, properties: object = {}): object => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    MemorySize: 256,
    Timeout: 10,
    Role: 'arn:aws:iam::111122223333:role/any',
    Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
    ...properties,
  },
});
