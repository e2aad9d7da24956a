import { published } from '../contracts/paths.ts';
import type { LineRecord } from '../lambdas/waiting-room/line/line-store.ts';
import { nameOf } from '../lambdas/waiting-room/line/shoppers-store.ts';
import { type Mutant, stores } from './mutant.ts';

/** Guards of the dial: each of them, taken out, lets more shop at once than may. */
export const lineMutants = {
  'kept-slot': {
    takes: 'the line forgets that those it called may still claim: their slots count as free',
    breaches: ['W3', 'stock'],
    foundBy: 5,
    spoils: stores(({ lines }) => {
      // The pacemaker reads; those who claim take a glance.
      const blind = (line: LineRecord): LineRecord => ({
        ...line,
        progress: { ...line.progress, calls: line.progress.calls.map((call) => ({ ...call, claimBy: 0 })) },
      });
      const kept = new Map<string, LineRecord['progress']['calls']>();
      return {
        lines: {
          ...lines,
          async read(onSale) {
            const line = await lines.read(onSale);
            return line && blind(line);
          },
          async glance(onSale) {
            const line = await lines.glance(onSale);
            return line && { ...line, progress: { ...line.progress, calls: kept.get(onSale) ?? line.progress.calls } };
          },
          async write(line, changes) {
            const known = kept.get(line.facts.onSale) ?? [];
            const calls = changes.progress?.calls ?? [];
            const fresh = calls.filter(({ claimBy, upTo }) => claimBy > 0 && !known.some((one) => one.upTo === upTo));
            kept.set(line.facts.onSale, [...known, ...fresh]);
            return lines.write(line, changes);
          },
        },
      };
    }),
  },
  'ended-at-once': {
    takes: 'the slot of a pass that was given back is free at once',
    breaches: ['W3'],
    foundBy: 3,
    spoils: stores(({ shoppers }) => ({
      shoppers: { ...shoppers, end: (onSale, pass) => shoppers.withdraw(onSale, pass) },
    })),
  },
  'fan-behind': {
    takes: 'whether a place was given up is read from a copy that may be behind',
    breaches: ['W4', 'devices'],
    foundBy: 2,
    spoils: stores(({ fans }) => ({
      fans: { ...fans, read: async (onSale, fan) => (await fans.look(onSale, fan)).fan },
    })),
  },
  'never-slow': {
    takes: 'the slower lane is as quick as any',
    breaches: ['W3'],
    foundBy: 7,
    spoils: stores(({ fans }) => ({
      fans: { ...fans, slowUntil: (onSale, fan) => fans.slowUntil(onSale, fan, 0) },
    })),
  },
  'any-wish': {
    takes: 'whoever is late and asks is let in, on top of those who shop',
    breaches: ['W3'],
    foundBy: 3,
    spoils: stores(({ lines, shoppers }) => {
      const wished = new Set<string>();
      return {
        shoppers: {
          ...shoppers,
          async wish(onSale, pass, now) {
            wished.add(nameOf(pass));
            await shoppers.wish(onSale, pass, now);
          },
        },
        lines: {
          ...lines,
          async glance(onSale) {
            const line = await lines.glance(onSale);
            const anyone = [{ recalledAt: 0, claimBy: Number.POSITIVE_INFINITY, passes: [...wished] }];
            return line && { ...line, progress: { ...line.progress, recalls: anyone } };
          },
        },
      };
    }),
  },
  'ended-devices-unread': {
    takes: 'nobody reads in the list which devices were ended',
    breaches: ['devices'],
    foundBy: 2,
    spoils: () => ({
      files: (files) => ({
        ...files,
        async read<File>(path: string) {
          const file = await files.read<File>(path);
          return path === published.ended('friends') && file ? { ...file, devices: [] } : file;
        },
      }),
    }),
  },
  'handed-over-unsaid': {
    takes: 'the record of a place does not say that it was handed over: the device that took it has it still',
    breaches: ['devices'],
    foundBy: 18,
    spoils: stores(({ fans }) => ({
      fans: {
        ...fans,
        async read(onSale, fan) {
          const record = await fans.read(onSale, fan);
          if (!record) return undefined;
          const { handedOver: _said, ...unsaid } = record;
          return unsaid;
        },
      },
    })),
  },
  'handed-over-unlisted': {
    takes: 'nobody lists the devices that were ended, by a device or with a place that was handed over',
    breaches: ['devices'],
    foundBy: 1,
    spoils: stores(({ shoppers }) => ({ shoppers: { ...shoppers, async endDevice() {} } })),
  },
  'ended-devices-stay': {
    takes: 'a device that was ended stays on its place',
    breaches: ['devices'],
    foundBy: 2,
    spoils: stores(({ fans }) => ({ fans: { ...fans, async dropDevice() {} } })),
  },
} as const satisfies Readonly<Record<string, Mutant>>;
