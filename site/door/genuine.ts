import { type Keyboard, readings, type Typed } from '../../rules/scanner-layouts.ts';
import type { Verify } from './signature.gateway.ts';
import { type ReadCode, readTicketCode } from './ticket-code.ts';

export interface Genuine {
  readonly read: ReadCode;
  readonly code: string;
  /** Left out for the usual keyboard. */
  readonly keyboard?: Keyboard;
}

/** The reading that we signed, whatever keyboard it was typed through; undefined if there is none. */
export async function genuineReading(typed: Typed, verified: Verify): Promise<Genuine | undefined> {
  for (const { code, layout, capsLock } of readings(typed)) {
    const read = readTicketCode(code);
    if (!read || !(await verified(read.signed, read.signature))) continue;
    const isUsual = layout === 'american' && !capsLock;
    return { read, code, ...(!isUsual && { keyboard: { layout, capsLock } }) };
  }
  return undefined;
}
