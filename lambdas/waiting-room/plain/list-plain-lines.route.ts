import { pageRoute } from '../../foundation/page-route.ts';
import type { Route } from '../../foundation/route.ts';
import type { PlainFiles } from './plain-files.ts';
import { faultPage, listPlainLines } from './show-plain-line.ts';

/** `GET /plain`: the lines to choose from, for a browser without JavaScript. */
export const listPlainLinesRoute = (files: PlainFiles): Route =>
  pageRoute(faultPage, (asked) => listPlainLines(files, asked));
