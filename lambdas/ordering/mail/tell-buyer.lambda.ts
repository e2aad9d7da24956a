import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { opaqueId } from '../../../contracts/ids.ts';
import { openTables } from '../../foundation/aws.gateway.ts';
import { readEnv } from '../../foundation/env.ts';
import { openMail } from '../../foundation/mail.gateway.ts';
import { logger, metrics, publishMetrics, tracer } from '../../foundation/observe.ts';
import { readSecret } from '../../foundation/secrets.gateway.ts';
import { orderStore } from '../order/order.store.ts';
import { orderingKeys } from '../order/order-id.ts';
import { ticketFonts } from '../ticket/ticket-fonts.ts';
import { ticketPdf } from '../ticket/ticket-pdf.ts';
import { type TellBuyerDeps, tellBuyer } from './tell-buyer.ts';

const env = readEnv('ordering/mail/tell-buyer', process.env);
const deps: TellBuyerDeps = {
  store: orderStore(openTables(), env.ORDERS_TABLE),
  keys: orderingKeys(await readSecret(env.ORDERING_SECRET_ARN)),
  send: env.MAIL_SENDER === 'none' ? undefined : openMail(env.MAIL_SENDER),
  draw: (order) => ticketPdf(order, ticketFonts),
  site: env.SITE_ADDRESS,
};
const processor = new BatchProcessor(EventType.SQS);
const announcement = z.object({ order: opaqueId });

/** One order whose buyer has news. What fails comes again, and after some tries lies in the dead-letter queue. */
async function send({ body, messageId }: SQSRecord): Promise<void> {
  try {
    const { order } = announcement.parse(JSON.parse(body));
    const outcome = await tellBuyer(deps, order, Date.now());
    if (outcome === 'nothing') return;
    logger.info('told', { order, outcome });
    metrics.addMetric(outcome === 'sent' ? 'MailsSent' : 'MailsNotTaken', 'Count', 1);
  } catch (error) {
    logger.error('buyer not told', { messageId, error: error as Error });
    throw error;
  }
}

/** From the announcements queue: an order has new tickets, or is over. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .use(captureLambdaHandler(tracer, { captureResponse: false }))
  .use(publishMetrics)
  .handler((event, context) =>
    processPartialResponse(event, send, processor, { context, throwOnFullBatchFailure: false }),
  );
