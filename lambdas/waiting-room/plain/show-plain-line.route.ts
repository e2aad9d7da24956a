import { pageRoute } from '../../foundation/page-route.ts';
import type { Route } from '../../foundation/route.ts';
import type { PlainFiles } from './plain-files.ts';
import { faultPage, showPlainLine } from './show-plain-line.ts';

/** `GET /plain/{onSale}`: the line, for a browser without JavaScript. */
export const showPlainLineRoute = (files: PlainFiles): Route =>
  pageRoute(faultPage, (asked) => showPlainLine(files, asked));
