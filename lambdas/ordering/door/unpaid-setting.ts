import { type UnpaidAtDoor, unpaidAtDoor } from '../../../contracts/door.ts';

/** The setting by its text. Throws for any other text: a door without a rule would open without a word. */
export function unpaidSetting(text: string): UnpaidAtDoor {
  const setting = unpaidAtDoor.find((one) => one === text);
  if (!setting)
    throw new Error(`UNPAID_AT_DOOR is ${JSON.stringify(text)}, and must be one of ${unpaidAtDoor.join(', ')}`);
  return setting;
}
