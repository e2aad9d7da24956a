import { busyProblem, type Problem, problemOf, refuse } from './refusals.ts';

/*
 * Answers that no code of ours can give: a bucket has no such file, or the API did not answer. The CDN shows a file in
 * their place, so that these are problem documents too. The files lie beside the pages.
 */

/** The folder of the files, a path of the site. */
export const problemsFolder = 'problems';

/** The files of the folder, by name. */
export const problemFiles = {
  'not-found.json': problemOf(
    refuse('not-found', 'Check the address: the page /developers lists all that is published.'),
  ),
  'busy.json': busyProblem,
} as const satisfies Readonly<Record<string, Problem>>;

/** The path by which the CDN finds one of them. */
export const problemPath = (name: keyof typeof problemFiles) => `/${problemsFolder}/${name}`;

export const problemType = 'application/problem+json';

/** Seconds until a fan's program asks a busy platform again. */
export const busyRetrySeconds = 3;
