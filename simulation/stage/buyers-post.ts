import { rememberHeads } from '../../lambdas/foundation/mail-head.ts';
import { tellBuyer } from '../../lambdas/ordering/mail/tell-buyer.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import { ticketPdf } from '../../lambdas/ordering/ticket/ticket-pdf.ts';
import type { Stage } from './stage.ts';
import { StandardQueue } from './standard-queue.ts';
import { ticketFonts } from './ticket-fonts.ts';
import { workOffStandard } from './work-off.ts';

/** Six times the time-out of tell-buyer. */
const visibilityMs = 180_000;

/** The queue of announcements, worked off as tell-buyer.lambda.ts does: what fails comes again. */
export class BuyersPost {
  readonly #stage: Stage;
  readonly #queue = new StandardQueue<{ readonly order: string }>();
  readonly #report: (error: unknown) => void;
  #look: (() => void) | undefined;

  constructor({ stage, report }: { readonly stage: Stage; report(error: unknown): void }) {
    this.#stage = stage;
    this.#report = report;
  }

  readonly announced = ({ id }: OrderRecord): void => {
    this.#queue.send({ order: id });
    const { cloud, platform } = this.#stage;
    this.#look ??= workOffStandard(cloud, this.#queue, { visibilityMs }, (messages) =>
      platform.settlers.invoke(async (api, now) => {
        const failed: string[] = [];
        for (const { id: message, body } of messages) {
          const { orders: store, keys } = api;
          const { send, site } = this.#stage;
          const draw = (view: Parameters<typeof ticketPdf>[0]) => ticketPdf(view, ticketFonts());
          try {
            const findHead = rememberHeads(api.read);
            await tellBuyer({ store, keys: keys.ordering, send, draw, findHead, site }, body.order, now);
          } catch (error) {
            this.#report(error);
            failed.push(message);
          }
        }
        return failed;
      }),
    );
    this.#look();
  };
}
