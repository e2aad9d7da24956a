import { api } from '../../contracts/api.ts';
import { header } from '../../contracts/paths.ts';
import type { Problem } from '../../contracts/refusals.ts';
import type { Trouble } from '../api.ts';

/** The files of an order, beside its page. */
export type OrderFileKind = 'tickets' | 'calendar';

const names = { tickets: 'tickets.pdf', calendar: 'calendar.ics' } as const;

/** A first ticket drawn by a cold function takes some seconds. */
const timeoutMs = 15_000;

type Kept = { readonly ok: true } | { readonly ok: false; readonly trouble: Trouble };

/** Fetches the file with the order's key, which a plain link could not send, and hands it to the browser to keep. */
export async function keepFile(order: string, key: string, kind: OrderFileKind): Promise<Kept> {
  let answer: Response;
  let file: Blob;
  try {
    answer = await fetch(api(`GET orders/{order}/${names[kind]}`, { order }).url, {
      headers: { [header.orderKey]: key },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    file = await answer.blob();
  } catch {
    return { ok: false, trouble: { kind: 'unreachable' } };
  }
  if (!answer.ok) return { ok: false, trouble: troubleIn(answer, await file.text()) };
  const name = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? names[kind];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has its own hold on it once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { ok: true };
}

function troubleIn({ headers }: Response, text: string): Trouble {
  if (!/^application\/problem\+json/.test(headers.get('content-type') ?? '')) return { kind: 'unreachable' };
  return { kind: 'refused', problem: JSON.parse(text) as Problem };
}
