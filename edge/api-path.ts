/**
 * The letters of an API path. A change of letter case must not lead past the room. So every part of an API path is made
 * lower case before it is looked at. Only the ids of holds and orders keep their case, because they are random text.
 * The build writes their places, and the paths that need a pass, in from the table of routes.
 */
export function caseOfApiPath(path: string): string {
  const parts = path.split('/');
  const lower = path.toLowerCase().split('/');
  const id = idPart(lower);
  return lower.map((part, index) => (index === id ? (parts[index] as string) : part)).join('/');
}

const guarded = new RegExp(__NEEDS_PASS__);

/** Whether the address, in its normal form, is behind the pass. Any method is. */
export function needsPass(path: string): boolean {
  return guarded.test(path);
}

/** Whether the address is for people who signed in. */
export function needsSignIn(path: string): boolean {
  return forStaff.test(path);
}

const forStaff = new RegExp(__NEEDS_SIGN_IN__);

function idPart(lower: readonly string[]): number | undefined {
  const before = __BEFORE_IDS__.filter((parts) =>
    parts.every((part, index) => part === null || part === lower[index]),
  )[0];
  return before?.length;
}
