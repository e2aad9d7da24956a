#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('./dist/stampede-verify.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('stampede-verify is not built yet. In the folder of the project: npm run build\n');
  process.exitCode = 2;
}
