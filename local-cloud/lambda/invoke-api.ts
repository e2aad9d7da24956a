/** Lambda's Invoke API: `POST /2015-03-31/functions/{name or arn}/invocations`. */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Ask } from '../iam/judge.ts';
import type { RunningFunction } from './running-function.ts';

export const invokePrefix = '/2015-03-31/functions/';

const mostSyncBytes = 6 * 1024 * 1024;
const mostAsyncBytes = 1024 * 1024;

const refuse = (status: number, type: string, message: string): PathReply => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
  body: JSON.stringify({ Type: status >= 500 ? 'Service' : 'User', message, Message: message }),
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const idIn = (url: string): string | undefined => {
  const [path = url] = url.split('?');
  const named = /^\/2015-03-31\/functions\/(.+)\/invocations$/.exec(path);
  return named === null ? undefined : decodeURIComponent(named[1] ?? '');
};

/** A call must be allowed this. */
export const invokeAsks = (find: (id: string) => RunningFunction | undefined, { url }: PathCall): readonly Ask[] => {
  const id = idIn(url) ?? '';
  return [{ action: 'lambda:InvokeFunction', resource: find(id)?.arn ?? id }];
};

export const answerInvoke = async (
  find: (id: string) => RunningFunction | undefined,
  { method, url, headers, body }: PathCall,
): Promise<PathReply> => {
  const id = idIn(url);
  if (method !== 'POST' || id === undefined) {
    const [path] = url.split('?');
    return refuse(404, 'UnknownOperationException', `The local cloud does not run ${method} ${path} of Lambda.`);
  }
  const running = find(id);
  if (running === undefined) return refuse(404, 'ResourceNotFoundException', `Function not found: ${id}`);
  const type = String(headers['x-amz-invocation-type'] ?? 'RequestResponse');
  const event = body.length === 0 ? '{}' : body.toString('utf8');
  if (!isJson(event)) return refuse(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  const limit = type === 'Event' ? mostAsyncBytes : mostSyncBytes;
  if (body.length > limit) {
    return refuse(413, 'RequestTooLargeException', `Request must be smaller than ${limit} bytes for ${type}`);
  }
  if (type === 'DryRun') return { status: 204, headers: {}, body: '' };
  if (type === 'Event') {
    running.invokeLater(event);
    return { status: 202, headers: {}, body: '' };
  }
  const invocation = await running.invoke(event);
  if (invocation.outcome === 'throttled') return refuse(429, 'TooManyRequestsException', 'Rate Exceeded.');
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
      ...(invocation.outcome === 'failed' ? { 'x-amz-function-error': 'Unhandled' } : {}),
    },
    body: invocation.payload,
  };
};
