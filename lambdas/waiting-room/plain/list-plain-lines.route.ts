import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import type { Route } from '../../foundation/route.ts';
import { listPlainLines } from './show-plain-line.ts';

/** `GET /plain`: the lines to choose from, for a browser without JavaScript. */
export const listPlainLinesRoute = (files: PlainFiles): Route =>
  pageRoute(faultPage, (asked) => listPlainLines(files, asked));
