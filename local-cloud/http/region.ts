import type { IncomingMessage } from 'node:http';

/** The region that a request was signed for. */
export const regionOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1];
