import { parse } from 'csv-parse/sync';
import type { RosterMember } from './roster.ts';

/** The members of a CSV file with the columns `member` and `postcode`; names the line of what is wrong. */
export function rosterOf(csv: string): readonly RosterMember[] {
  const rows: readonly { readonly record: Record<string, string>; readonly info: { readonly lines: number } }[] = parse(
    csv,
    {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    },
  );
  if (rows.length === 0) throw new Error('the roster has no members');
  return rows.map(({ record, info }) => {
    const { member, postcode } = record;
    if (!member || !postcode) throw new Error(`line ${info.lines}: needs a member and a postcode`);
    if (member.length > 32) throw new Error(`line ${info.lines}: a member number has at most 32 characters`);
    if (postcode.length > 16) throw new Error(`line ${info.lines}: a postcode has at most 16 characters`);
    return { member, postcode };
  });
}
