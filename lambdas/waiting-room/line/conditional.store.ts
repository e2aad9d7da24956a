import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** What a conditional write returned, or undefined if its condition did not hold. */
export async function landed<Output>(write: Promise<Output>): Promise<Output | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** All clauses of a condition must hold. */
export function all(...clauses: readonly string[]): string {
  return clauses.map((clause) => `(${clause})`).join(' AND ');
}

/** One clause of a condition must hold. */
export function either(...clauses: readonly string[]): string {
  return clauses.map((clause) => `(${clause})`).join(' OR ');
}
