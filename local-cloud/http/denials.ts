/** The words of services for a refusal of their gate, by protocol. */
import type { Denied } from '../iam/gate.ts';
import type { JsonReply, PathReply } from './aws-apis.ts';

/** The name of the error, and its sentence. */
export const worded = (denied: Denied): readonly [type: string, message: string] => {
  switch (denied.is) {
    case 'unsigned':
      return ['MissingAuthenticationTokenException', 'Request is missing Authentication Token'];
    case 'unknown':
      return ['UnrecognizedClientException', 'The security token included in the request is invalid.'];
    case 'denied':
      return ['AccessDeniedException', denied.sentence];
  }
};

export const jsonDenial = (denied: Denied): JsonReply => {
  const [type, message] = worded(denied);
  return { ok: false, type, message };
};

export const pathDenial = (denied: Denied, sentence?: string): PathReply => {
  const [type, message] = worded(denied);
  const said = sentence ?? message;
  return {
    status: 403,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ message: said, Message: said }),
  };
};
