/**
 * A resolver as telephone networks have them: it keeps each answer for as long as that says, and asks again after that. An
 * answer that there is nothing is kept too, as long as the zone's SOA says (RFC 2308). It keeps one answer for all who ask,
 * so fans of one network go over together.
 */
import type { Question, Reply } from './answers.ts';

export interface Resolver {
  /** @param now Milliseconds since 1970. */
  readonly resolve: (question: Question, now: number) => Promise<Reply>;
}

/** Seconds; an answer without a time is not kept. */
export function keptSeconds({ answers, authority }: Reply): number {
  const ttls = answers.map(({ ttl }) => ttl);
  const [soa] = authority;
  // The lower one of the record's own time and of its last number.
  const nothing = soa ? [Math.min(soa.ttl, Number(soa.value.split(' ').at(-1)))] : [];
  const all = [...ttls, ...nothing];
  return all.length > 0 ? Math.min(...all) : 0;
}

export function resolverOf(ask: (question: Question) => Promise<Reply>): Resolver {
  const kept = new Map<string, { readonly reply: Reply; readonly until: number }>();
  return {
    resolve: async (question, now) => {
      const key = `${question.name.toLowerCase()} ${question.type}`;
      const known = kept.get(key);
      if (known && known.until > now) return known.reply;
      const reply = await ask(question);
      kept.set(key, { reply, until: now + keptSeconds(reply) * 1000 });
      return reply;
    },
  };
}

/** Where a chain of names ends: the last name, which its address belongs to. */
export function endOf(name: string, { answers }: Reply): string {
  return answers.reduce(
    (at, record) => (record.type === 'CNAME' ? record.value.toLowerCase() : at),
    name.toLowerCase(),
  );
}
