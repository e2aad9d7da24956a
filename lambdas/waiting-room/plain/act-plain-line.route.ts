import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { Route } from '../../foundation/route.ts';
import { type ActDeps, actPlainLine } from './act-plain-line.ts';

/** `POST /plain/{onSale}`: joins, claims or leaves, for a browser without JavaScript. */
export const actPlainLineRoute = (deps: ActDeps): Route =>
  pageRoute(faultPage, async (asked) => {
    const shown = await actPlainLine(deps, asked);
    return shown.status === 303 ? { ...shown, counted: [`Plain-${asked.form.get('act')}`] } : shown;
  });
