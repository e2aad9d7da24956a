import type { Fan, FanStore, Written } from './fan-store.ts';

/** The fan store in memory. */
export function fanTwin(): FanStore {
  const fans = new Map<string, Fan>();
  const members = new Map<string, string>();
  const keyOf = (onSale: string, fan: string) => `${onSale}#${fan}`;
  const refused = (fan: Fan | undefined): Written => {
    if (!fan) throw new Error('There is no such fan');
    return { ok: false, fan };
  };
  return {
    async look(onSale, fan, member) {
      const found = fans.get(keyOf(onSale, fan));
      const postcode = member && members.get(keyOf(member.roster, member.member));
      return { ...(found && { fan: found }), ...(postcode !== undefined && { postcode }) };
    },
    async read(onSale, fan) {
      return fans.get(keyOf(onSale, fan));
    },
    async place(place) {
      const key = keyOf(place.onSale, place.fan);
      if (fans.has(key)) return refused(fans.get(key));
      fans.set(key, { place });
      return { ok: true };
    },
    async rejoin(onSale, fan) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing) return;
      const { leftAt: _leftAt, ...stays } = standing;
      fans.set(keyOf(onSale, fan), stays);
    },
    async leave(onSale, fan, at) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing || standing.pass) return refused(standing);
      fans.set(keyOf(onSale, fan), { ...standing, leftAt: standing.leftAt ?? at });
      return { ok: true };
    },
    async grant(onSale, fan, { number, expiresAt }) {
      const standing = fans.get(keyOf(onSale, fan));
      if (!standing || standing.leftAt !== undefined || (standing.pass?.number ?? 0) !== number - 1) {
        return refused(standing);
      }
      fans.set(keyOf(onSale, fan), { ...standing, pass: { number, expiresAt, givenBack: false } });
      return { ok: true };
    },
    async giveBack(onSale, fan, number) {
      const standing = fans.get(keyOf(onSale, fan));
      if (standing?.pass?.number !== number) return;
      fans.set(keyOf(onSale, fan), { ...standing, pass: { ...standing.pass, givenBack: true } });
    },
    async enrol(roster, enrolled) {
      for (const { member, postcode } of enrolled) members.set(keyOf(roster, member), postcode);
      return [];
    },
  };
}
