import type { EdgeValue } from './edge-runtime.d.ts';

/**
 * Whether each name and value of a query spells text. A broken escape (`?%=%`) means one thing to one reader and another
 * to the next, and the API answers it in words of its own. So it is refused here.
 */
export function isReadable(querystring: Record<string, EdgeValue>): boolean {
  return Object.keys(querystring).every((name) => {
    const sent = querystring[name] as EdgeValue;
    return isText(name) && (sent.multiValue ?? [sent]).every((one) => isText(one.value));
  });
}

function isText(encoded: string): boolean {
  try {
    return decodeURIComponent(encoded).length >= 0;
  } catch (_broken) {
    return false;
  }
}
