/**
 * The outcome of a conditional write. If its condition did not hold, nothing was written: that is an answer and no
 * error. `Standing` is what such a write says of the record that stands instead; `Now` is what a write that was taken
 * says of the record as it is now.
 */
export type Written<Standing = unknown, Now = unknown> =
  | ({ readonly ok: true } & Now)
  | ({ readonly ok: false } & Standing);

export const written = { ok: true } as const;
/** Another write came first. */
export const moved = { ok: false } as const;
