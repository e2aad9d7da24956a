/**
 * A built function with a value in the place of the word that the build left in it (`edge/build.ts`). CloudFront counts
 * the bytes after the value is there. CloudFormation fetches a value at deployment, and until then it is a reference.
 * So its length has to be said.
 */
export interface Filling {
  /** JSON, or references that become JSON. */
  readonly json: string;
  /** Bytes of the JSON as it is deployed. */
  readonly bytes: number;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const mostBytes = 10_240;

/** Throws when the word is not there once, or CloudFront would not take so many bytes. */
export function filledFunction(name: string, built: string, word: string, { json, bytes }: Filling): string {
  const [before, after, ...more] = built.split(word);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The edge function ${name} must have ${word} in it, once`);
  }
  const whole = Buffer.byteLength(before) + bytes + Buffer.byteLength(after);
  if (whole > mostBytes) {
    throw new Error(
      `The edge function ${name} has ${whole} bytes, ${bytes} of them in the place of ${word}; CloudFront takes ${mostBytes}`,
    );
  }
  return before + json + after;
}

/** The text of a function that is deployed as it was built. Throws when CloudFront would not take so many bytes. */
export function smallEnough(name: string, built: string): string {
  const bytes = Buffer.byteLength(built);
  if (bytes > mostBytes) throw new Error(`The edge function ${name} has ${bytes} bytes; CloudFront takes ${mostBytes}`);
  return built;
}
