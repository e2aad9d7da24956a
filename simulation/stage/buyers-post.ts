import type { SendMail } from '../../lambdas/foundation/mail.ts';
import { rememberHeads } from '../../lambdas/foundation/mail-head.ts';
import { rememberBoxOffice } from '../../lambdas/ordering/mail/box-office-lines.ts';
import { type TellBuyerDeps, tellBuyer } from '../../lambdas/ordering/mail/tell-buyer.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import type { Cloud, Process } from './cloud.ts';
import type { PlatformInMemory } from './platform.ts';
import { StandardQueue } from './standard-queue.ts';
import { workOffStandard } from './work-off.ts';

/** Six times the time-out of tell-buyer. */
const visibilityMs = 180_000;

export interface BuyersPostOf {
  readonly cloud: Cloud;
  readonly platform: () => PlatformInMemory;
  /** Sends a letter about an order for this process. Undefined: this stage sends no mail. */
  readonly sender: (by: Process, order: string) => SendMail | undefined;
  readonly draw: TellBuyerDeps['draw'];
  /** Of the site, for links. */
  readonly site: () => string;
  report(error: unknown): void;
}

/** The queue of announcements, worked off as tell-buyer.lambda.ts does: what fails comes again. */
export class BuyersPost {
  readonly #of: BuyersPostOf;
  readonly #queue: StandardQueue<{ readonly order: string }>;
  #look: (() => void) | undefined;

  constructor(of: BuyersPostOf) {
    this.#of = of;
    this.#queue = new StandardQueue(of.cloud.weather.mostReceives);
  }

  readonly announced = ({ id }: OrderRecord): void => {
    this.#queue.send({ order: id });
    this.#lookForLetters();
  };

  /** Whether no letter is under way, nor set aside. */
  get isEmpty(): boolean {
    return this.#queue.size + this.#queue.deadLetters.length === 0;
  }

  /** Sends again what was set aside. */
  redrive(): void {
    if (this.#queue.redrive() > 0 || this.#queue.size > 0) this.#lookForLetters();
  }

  #lookForLetters(): void {
    const { cloud, platform, sender, draw, site, report } = this.#of;
    this.#look ??= workOffStandard(cloud, this.#queue, { visibilityMs }, (messages) =>
      platform().settlers.invoke(async (api, now, by) => {
        const failed: string[] = [];
        for (const { id: message, body } of messages) {
          const { orders: store, keys } = api;
          const send = sender(by, body.order);
          try {
            const findHead = rememberHeads(api.read);
            const { findPerformance } = api;
            const findBoxOffice = rememberBoxOffice(api.read);
            const finders = { findHead, findBoxOffice, findPerformance };
            const letters = { store, keys: keys.ordering, send, draw, ...finders, site: site() };
            await tellBuyer(letters, body.order, now);
          } catch (error) {
            report(error);
            failed.push(message);
          }
        }
        return failed;
      }),
    );
    this.#look();
  }
}
