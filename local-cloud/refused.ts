/**
 * What the local cloud does not run is refused in a sentence. All is read before it is judged, so that whoever has five
 * things to change hears of five: reading goes on with a stand-in for what a refused part would have given, and a
 * sentence that quotes the stand-in is about the refusal behind it, so it is left out.
 */

/** Stops the reading of one part of a template. The message is the sentence, and begins with the place. */
export class Refused extends Error {}

export type Refuse = (sentence: string) => void;

/** Holds no character at which a name, an arn or a reference is taken apart. */
export const unmade = 'what-a-refused-part-would-have-given';

export const isConsequence = (sentence: string): boolean => sentence.includes(unmade);

/** What the body gives; `otherwise`, once it was told, if the body is refused. Faults pass. */
export const attempt = <T, U>(refuse: Refuse, otherwise: U, body: () => T): T | U => {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(error.message);
    return otherwise;
  }
};
