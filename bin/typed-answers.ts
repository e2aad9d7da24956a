import { createInterface } from 'node:readline/promises';

/** Runs something that asks a person at the keyboard. An answer is undefined when there is nobody to ask any more. */
export async function withTypedAnswers<Outcome>(
  run: (ask: (question: string) => Promise<string | undefined>) => Promise<Outcome>,
): Promise<Outcome> {
  const lines = createInterface({ input: process.stdin });
  try {
    const typed = lines[Symbol.asyncIterator]();
    return await run(async (question) => {
      process.stdout.write(`${question} `);
      const { value, done } = await typed.next();
      return done ? undefined : value;
    });
  } finally {
    lines.close();
  }
}
