/** Answers of Lambda's APIs: JSON, and refusals with their name in a header. */
import type { PathReply } from '../http/aws-apis.ts';

export const json = (status: number, body: object, type?: string): PathReply => ({
  status,
  headers: { 'content-type': 'application/json', ...(type !== undefined && { 'x-amzn-errortype': type }) },
  body: JSON.stringify(body),
});

export const refuse = (status: number, type: string, message: string): PathReply =>
  json(status, { Type: 'User', message, Message: message }, type);
