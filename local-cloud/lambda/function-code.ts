/** Finds a function's module: in its bundled asset, or written out from the template if it stands there. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cloud } from '../kind.ts';
import type { Properties } from '../properties.ts';

export interface FunctionCode {
  readonly folder: string;
  /** Absolute path of the module. */
  readonly file: string;
  /** Name of the export. */
  readonly handler: string;
  /** Puts it there, if it stands in the template. */
  readonly write?: () => void;
}

const endings = ['.mjs', '.js', '.cjs'];

/** Code in the template is a CommonJS file called `index.js`, as Lambda has it. */
const inlineCode = (text: string, path: string, handler: string, cloud: Cloud, name: string): FunctionCode => {
  const folder = join(cloud.state, 'inline-functions', name);
  const write = (): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), text);
    writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  };
  return { folder, file: join(folder, `${path}.js`), handler, write };
};

export const functionCode = (properties: Properties, cloud: Cloud, name: string): FunctionCode => {
  const code = properties.inside('Code') ?? properties.fail('Code is missing');
  const [path, handler] = /^(.+)\.([^.]+)$/.exec(properties.text('Handler'))?.slice(1) ?? [];
  if (path === undefined || handler === undefined) return properties.fail('Handler must be <file>.<export>');
  const inline = code.optionalText('ZipFile');
  if (inline !== undefined) {
    if (path !== 'index') properties.fail(`code in the template is the file index, not ${path}`);
    return inlineCode(inline, path, handler, cloud, name);
  }
  const hash = basename(code.text('S3Key')).replace(/\.[^.]*$/, '');
  const folder = cloud.assetPath(hash) ?? properties.fail(`the assembly has no asset ${hash}`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    properties.fail(`its code is not a folder: ${folder}. The local cloud does not unpack archives.`);
  }
  const file = endings.map((ending) => join(folder, `${path}${ending}`)).find((each) => existsSync(each));
  if (file === undefined) return properties.fail(`${folder} has no ${path}.mjs, .js or .cjs`);
  return { folder, file, handler };
};
