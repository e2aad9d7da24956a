/**
 * The local cloud refuses, in a sentence, everything that it does not run. All is read before it is judged, so that a
 * person who has five things to change hears of five. Reading goes on with a stand-in for the value of a refused part.
 * A sentence that quotes the stand-in only repeats the refusal behind it, so it is left out.
 */

/** Stops the reading of one part of a template. The message is the sentence, and begins with the place. */
export class Refused extends Error {}

export type Refuse = (sentence: string) => void;

/** Holds no character at which a name, an arn or a reference is taken apart. */
export const unmade = 'what-a-refused-part-would-have-given';

export const isConsequence = (sentence: string): boolean => sentence.includes(unmade);

/** Gives the value of the body. If the body is refused, it notes the refusal and gives `otherwise`. Faults pass. */
export const attempt = <T, U>(refuse: Refuse, otherwise: U, body: () => T): T | U => {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(error.message);
    return otherwise;
  }
};
