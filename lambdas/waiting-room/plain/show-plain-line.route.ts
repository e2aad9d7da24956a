import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { PlainFiles } from '../../foundation/plain/plain-files.ts';
import type { Route } from '../../foundation/route.ts';
import { showPlainLine } from './show-plain-line.ts';

/** `GET /plain/{onSale}`: the line, for a browser without JavaScript. */
export const showPlainLineRoute = (files: PlainFiles): Route =>
  pageRoute(faultPage, (asked) => showPlainLine(files, asked));
