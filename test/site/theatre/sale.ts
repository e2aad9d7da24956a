import { api } from '../../../contracts/api.ts';
import type { SaleAct } from '../../../contracts/sale-levers.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import type { Theatre } from './theatre.ts';

/** Somebody of the house turns a lever, through the route. */
export async function turnLever(
  { stage, staffOf }: Theatre,
  role: StaffRole,
  onSale: string,
  body: SaleAct,
): Promise<void> {
  const { headers } = staffOf(role);
  const { status } = await stage.ask('POST', api('POST staff/sale/{onSale}', { onSale }).url, { headers, body });
  if (status !== 200) throw new Error(`${body.act} was answered ${status}`);
}
