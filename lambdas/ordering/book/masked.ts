import type { OrderBookEntry } from '../../../contracts/order.ts';

/** An order without what its buyer wrote of themselves: initials, and the first letter of an address. */
export function masked<Entry extends OrderBookEntry>(entry: Entry): Entry {
  const { name, email } = entry.buyer;
  return { ...entry, buyer: { name: initialsOf(name), email: hiddenAddress(email) } };
}

const hidden = '…';

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => `${[...word][0] ?? ''}${hidden}`).join(' ');
}

function hiddenAddress(email: string): string {
  const [first = ''] = [...email];
  return `${first}${hidden}@${hidden}`;
}
