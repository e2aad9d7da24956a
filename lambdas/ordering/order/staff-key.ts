import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { sameText } from '../../foundation/signing.ts';

/**
 * Says whether the asker is staff: `Authorization: Bearer <staff key>`. Looked at before anything else of a request.
 * Undefined if they are.
 */
export function staffKeyWrong(authorization: string | undefined, staffKey: string): Refusal | undefined {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (key !== undefined && sameText(key, staffKey)) return undefined;
  return refuse('staff-key-wrong', 'Send the staff key as `Authorization: Bearer <key>`.', {
    errors: [
      {
        field: 'header.authorization',
        message: authorization === undefined ? 'is missing' : 'is not `Bearer` and the staff key',
      },
    ],
  });
}
