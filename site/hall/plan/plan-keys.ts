import type { Direction } from './seat-walk.ts';

/** The meaning of a key on the plan; undefined if it has none. Arrows walk only from a seat. */
export type KeyAct =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'whole' }
  | { readonly kind: 'walk'; readonly direction: Direction }
  | { readonly kind: 'press' };

const acts = {
  '+': { kind: 'zoom', factor: 1.5 },
  '=': { kind: 'zoom', factor: 1.5 },
  '-': { kind: 'zoom', factor: 1 / 1.5 },
  Escape: { kind: 'whole' },
  ArrowLeft: { kind: 'walk', direction: 'left' },
  ArrowRight: { kind: 'walk', direction: 'right' },
  ArrowUp: { kind: 'walk', direction: 'up' },
  ArrowDown: { kind: 'walk', direction: 'down' },
  Enter: { kind: 'press' },
  ' ': { kind: 'press' },
} as const satisfies Record<string, KeyAct>;

const actOf = new Map<string, KeyAct>(Object.entries(acts));

export function keyAct(key: string): KeyAct | undefined {
  return actOf.get(key);
}
