import { leverRoutes } from '../../../contracts/routes/lever-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type NoteDeps, writeNote } from './write-note.ts';

/** A note in the running log. */
export const writeNoteRoute = (deps: NoteDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/levers/write-note',
    leverRoutes['waiting-room/levers/write-note'],
    deps,
    async ({ path, body, now }, asker) => {
      const written = await writeNote(deps, asker, { onSale: path.onSale, note: body }, now);
      return written.ok ? { ok: true, status: 200, body: written.log } : written;
    },
  );
