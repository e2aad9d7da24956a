import type { LeverAct } from '../../../../contracts/levers.ts';
import type { StaffRole } from '../../../../contracts/staff.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { type PullDeps, pullLever } from '../../../../lambdas/waiting-room/levers/pull-lever.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';
import { onSale, SmallStage } from '../small-stage.ts';

/** Somebody with this role, for this on-sale or another. */
export function member(role: StaffRole, id = onSale, email = `${role}@example.org`): ActingMember {
  const grants = [{ role, scope: { of: 'on-sale' as const, id } }];
  return {
    email,
    may: (permission, places) => may(grants, permission, places, 0),
    roleFor: (permission, place) => roleFor(grants, permission, place, 0),
  };
}

/** A small stage with the people who pull its levers. */
export class LeverStage extends SmallStage {
  readonly audit = auditTwin();
  readonly twoPeople: PullDeps['twoPeople'] = ['end'];
  #keys = 0;

  get deps(): PullDeps {
    const newId = () => this.key();
    return { lines: this.stores.lines, audit: this.audit, twoPeople: this.twoPeople, newId };
  }

  key(): string {
    this.#keys += 1;
    return `a-key-of-tests-${this.#keys}`;
  }

  async turns(): Promise<number> {
    return (await this.line()).turns ?? 0;
  }

  async pull(asker: ActingMember, act: Record<string, unknown>) {
    const whole = { key: this.key(), seen: await this.turns(), reason: 'a test', ...act } as unknown as LeverAct;
    return pullLever(this.deps, asker, { onSale, act: whole }, this.now);
  }

  /** Acts in the ledger as far as they are noted or entered. */
  async acts() {
    const { acts, progress } = await this.line();
    const entered = await this.stores.ledger.read(onSale, 1, progress.ledger.n);
    return [...entered.map(({ text }) => JSON.parse(text)), ...acts].map(({ act, role, reason, detail }) => ({
      ...{ act, role, reason, detail },
    }));
  }
}
