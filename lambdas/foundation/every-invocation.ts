import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import { endCallsInTime } from './clients.gateway.ts';
import { logger, tracer } from './observe.ts';

/** The first of the stack of every handler: calls end before the invocation does; a log with its id; a trace. */
export const everyInvocation = [
  endCallsInTime,
  injectLambdaContext(logger),
  captureLambdaHandler(tracer, { captureResponse: false }),
];
