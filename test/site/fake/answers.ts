import { problemOf, type RefusalCode, refuse } from '../../../contracts/refusals.ts';

/** An answer of the fake venue. */
export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body: not JSON. */
  readonly text?: string;
  readonly type?: string;
  readonly cacheControl?: string;
}

export const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });

export function no(
  code: RefusalCode,
  detail: string,
  errors?: readonly { field: string; message: string }[],
): FakeAnswer {
  const problem = problemOf(refuse(code, detail, errors ? { errors } : {}));
  return { status: problem.status, body: problem, type: 'application/problem+json' };
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}
