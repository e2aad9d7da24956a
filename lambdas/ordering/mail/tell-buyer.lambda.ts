import { z } from 'zod';
import type { PerformanceFile, Season } from '../../../contracts/catalogue.ts';
import { opaqueId } from '../../../contracts/ids.ts';
import type { Board } from '../../../contracts/line.ts';
import { openPublishedFiles, openTables } from '../../foundation/aws.gateway.ts';
import { eachMessage } from '../../foundation/each-message.ts';
import { readEnv } from '../../foundation/env.ts';
import { openMail } from '../../foundation/mail.gateway.ts';
import { rememberHeads } from '../../foundation/mail-head.ts';
import { logger, metrics } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { rememberPerformances } from '../order/performances.ts';
import { ticketFonts } from '../ticket/ticket-fonts.ts';
import { ticketPdf } from '../ticket/ticket-pdf.ts';
import { rememberBoxOffice } from './box-office-lines.ts';
import { type TellBuyerDeps, tellBuyer } from './tell-buyer.ts';

const env = readEnv('ordering/mail/tell-buyer', process.env);
const files = openPublishedFiles(env.PUBLISHED_BUCKET);
const deps: TellBuyerDeps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
  send: env.MAIL_SENDER === 'none' ? undefined : openMail(env.MAIL_SENDER),
  findHead: rememberHeads((path) => files.read<Board>(path)),
  findBoxOffice: rememberBoxOffice((path) => files.read<Season>(path)),
  findPerformance: rememberPerformances((path) => files.read<PerformanceFile>(path)),
  draw: (order) => ticketPdf(order, ticketFonts),
  site: env.SITE_ADDRESS,
};
const announcement = z.object({ order: opaqueId });

/** From the announcements queue: an order has new tickets, or is over. */
export const handler = eachMessage('announcement', 'buyer not told', async (announced) => {
  const { order } = announcement.parse(announced);
  const outcome = await tellBuyer(deps, order, Date.now());
  if (outcome === 'nothing') return;
  logger.info('told', { order, outcome });
  metrics.addMetric(outcome === 'sent' ? 'MailsSent' : 'MailsNotTaken', 'Count', 1);
});
