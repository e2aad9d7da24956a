import { ticketsWords } from '../../words/en/tickets.ts';
import type { Trouble } from '../api.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { OrderFileKind } from './keep-file.gateway.ts';

export interface Keeping {
  /** On its way. */
  readonly keeping?: OrderFileKind | undefined;
  readonly keepTrouble?: Trouble | undefined;
}

const kinds = ['tickets', 'calendar'] as const;

/** The tickets as files: to print, to pass on, to find again without a network. */
export function KeepTickets({
  keeping,
  keepTrouble,
  onKeep,
}: Keeping & { readonly onKeep: (kind: OrderFileKind) => void }) {
  return (
    <>
      <p class="tickets-keep">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="button button-quiet"
            aria-disabled={keeping !== undefined}
            onClick={() => keeping === undefined && onKeep(kind)}
          >
            {keeping === kind ? ticketsWords.fetching : ticketsWords[kind]}
          </button>
        ))}
      </p>
      {keepTrouble && <ShopTrouble trouble={keepTrouble} />}
    </>
  );
}
