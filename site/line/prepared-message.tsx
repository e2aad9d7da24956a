import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import { preparedWords } from '../../words/en/prepared-messages.ts';
import { Notice } from '../elements/notice.tsx';

/** A message of staff that was written beforehand, in the fan's language. */
export const preparedMessage = (which: PreparedMessage) => <Notice title={preparedWords[which]} />;
