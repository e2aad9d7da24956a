import { seatsInOrder } from '../../contracts/plan.ts';
import type { Evidence, OrderEvidence, Witness } from './evidence.ts';
import { type AuditFinding, finding, plural, repeated } from './finding.ts';

/** The orders' promises, O1 to O3, and what the rehearsal itself must come to. */
export function auditOrders(evidence: Evidence, witness: Witness): readonly AuditFinding[] {
  return [
    moneyAndSeats(evidence, witness),
    onceAKey(evidence, witness),
    nothingPersonal(evidence, witness),
    everyoneAnswered(witness),
    noFault(witness),
    sensibleAnswers(witness),
  ];
}

function moneyAndSeats({ orders, houses }: Evidence, { notes }: Witness): AuditFinding {
  const told = new Map(notes.orders.map(({ view }) => [view.order, view.total]));
  const soldTo = new Map<string, string>();
  for (const { performance, plan, sections } of houses) {
    for (const { section, records } of sections) {
      const found = plan.sections.find(({ id }) => id === section);
      const inOrder = found ? seatsInOrder(found) : [];
      for (const { hold, sold, seats } of records) {
        if (!sold) continue;
        for (const index of seats) soldTo.set(`${inOrder[index]?.id} of ${performance}`, hold);
      }
    }
  }
  const accounted = new Set<string>();
  const breaches = orders.flatMap((order) => {
    const sold = order.lines.filter(({ outcome }) => outcome === 'sold');
    for (const { performance, seats } of sold) for (const { id } of seats) accounted.add(`${id} of ${performance}`);
    const lost = sold.flatMap(({ hold, performance, seats }) =>
      seats
        .filter(({ id }) => soldTo.get(`${id} of ${performance}`) !== hold)
        .map(({ id }) => `${id} of ${performance}`),
    );
    if (lost[0]) return `order ${order.order} has ${lost[0]}, which the house did not sell to it`;
    return breachOf(order, sold, told.get(order.order)) ?? [];
  });
  for (const seat of soldTo.keys()) if (!accounted.has(seat)) breaches.push(`${seat} is sold and in no order`);
  const confirmed = orders.filter(({ state }) => state === 'confirmed');
  const tickets = confirmed.reduce((sum, order) => sum + order.tickets.length, 0);
  return finding(
    'O1',
    breaches,
    `${plural(confirmed.length, 'confirmed order')} with ${plural(tickets, 'ticket')} for ${plural(soldTo.size, 'sold seat')}, and ${plural(orders.length - confirmed.length, 'other')} without money or seats`,
  );
}

/** The fault in one order by itself. */
function breachOf(order: OrderEvidence, sold: OrderEvidence['lines'], told: number | undefined): string | undefined {
  const { order: id, state, payment, method, tickets } = order;
  const seats = sold.flatMap((line) => line.seats.map((seat) => ({ ...seat, performance: line.performance })));
  if (state === 'placed' || state === 'paying') return `order ${id} was never decided`;
  if (state !== 'confirmed') {
    if (seats.length > 0 || tickets.length > 0) return `order ${id} is ${state} and has seats`;
    return ['captured', 'authorised', 'refunding'].includes(payment)
      ? `order ${id} is ${state} and has money`
      : undefined;
  }
  // The box office takes what was promised at its counter.
  const fine = method === 'box-office' ? ['promised', 'captured'] : ['captured'];
  if (!fine.includes(payment))
    return `order ${id} is confirmed and its payment is ${payment}, not ${fine.join(' or ')}`;
  if (tickets.length !== seats.length) return `order ${id} has ${seats.length} seats and ${tickets.length} tickets`;
  const ticketed = new Set(tickets.map(({ performance, seat }) => `${performance}/${seat}`));
  const bare = seats.find((seat) => !ticketed.has(`${seat.performance}/${seat.id}`));
  if (bare) return `order ${id} has no ticket for ${bare.id}`;
  const price = seats.reduce((sum, seat) => sum + seat.price, 0);
  return told === undefined || price === told ? undefined : `order ${id} said ${told} and its seats cost ${price}`;
}

function onceAKey({ orders }: Evidence, { notes }: Witness): AuditFinding {
  const kept = new Map(orders.map((order) => [order.order, order]));
  const breaches = [
    ...repeated(orders.map(({ order }) => order)).map(([id]) => `order ${id} is there twice`),
    ...notes.orders.flatMap(({ view }) => {
      const found = kept.get(view.order);
      if (!found) return `order ${view.order} is gone`;
      return found.state === view.state ? [] : `order ${view.order} was ${view.state} and is now ${found.state}`;
    }),
    ...notes.contradictions.filter(({ rule }) => rule === 'O2').map(({ said }) => said),
  ];
  const twice = notes.tried.get('double click on order') ?? 0;
  const reused = notes.tried.get('idempotency key with another body') ?? 0;
  return finding(
    'O2',
    breaches,
    `${plural(notes.orders.length, 'order')} of the rehearsal, each there once; ${twice} sent twice, ${reused} with a changed body`,
  );
}

/** Finds an e-mail address anywhere in a text. */
const address = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i;

/** The words of `Notes.personal`: a name or a number in one piece. */
const word = /[\p{L}\p{N}-]{4,}/gu;

function nothingPersonal({ texts }: Evidence, { notes }: Witness): AuditFinding {
  const paths = { where: 'the addresses asked for', text: [...notes.paths].map(decoded).join('\n') };
  const breaches = [...texts, paths].flatMap(({ where, text }) => {
    const found = text.match(word)?.find((one) => notes.personal.has(one)) ?? address.exec(text)?.[0];
    return found === undefined ? [] : `${where} tells ${found}`;
  });
  const names = plural(notes.personal.size, 'name or member number', 'names and member numbers');
  return finding(
    'O3',
    breaches,
    `${plural(texts.length, 'published file or log', 'published files and logs')} and ${plural(notes.paths.size, 'URL')} searched for ${names}, and for any e-mail address`,
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not an encoding of anything: searched as it stands.
    return path;
  }
}

function everyoneAnswered({ fans, notes }: Witness): AuditFinding {
  const breaches = [...notes.endings].flatMap(([fan, ending]) =>
    ending.how === 'unanswered' ? `fan ${fan} got no answer at ${ending.step}: ${ending.said}` : [],
  );
  if (notes.endings.size !== fans) breaches.push(`${fans - notes.endings.size} fans never came to an end`);
  const ordered = notes.count('ordered');
  return finding(
    'every fan',
    breaches,
    `${plural(fans, 'fan')}: ${plural(ordered, 'holds an order', 'hold an order')}, ${plural(fans - ordered, 'has another answer', 'have another answer')}`,
  );
}

function noFault({ measures }: Witness): AuditFinding {
  const breaches = measures.flatMap(({ step, statuses }) =>
    Object.entries(statuses)
      .filter(([status]) => Number(status) >= 500 || status === '0')
      .map(([status, count]) => `${step}: ${count} × ${status === '0' ? 'no answer' : status}`),
  );
  const requests = measures.reduce((sum, measure) => sum + measure.requests, 0);
  return finding('no 5xx', breaches, `${plural(requests, 'request')}, none a 5xx or without an answer`);
}

function sensibleAnswers({ notes, measures }: Witness): AuditFinding {
  const breaches = notes.contradictions.filter(({ rule }) => rule === 'answers').map(({ said }) => said);
  for (const { step, problems } of measures) {
    const bare = problems['not-a-problem-document'];
    // A published file that is not there yet is the bucket's answer, which is no problem document.
    if (bare && step !== 'board' && step !== 'draw sheet')
      breaches.push(`${step}: ${bare} refusals without a problem document`);
  }
  const refused = measures.reduce((sum, { problems }) => sum + Object.values(problems).reduce((a, b) => a + b, 0), 0);
  return finding('answers', breaches, `${plural(refused, 'refusal')}, each earned and said in a problem document`);
}
