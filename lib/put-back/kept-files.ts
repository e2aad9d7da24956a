/*
 * The buckets whose files everyone reads, and for how many days a file that was replaced or deleted can be put back. A
 * board is replaced every second or so while a line is live: its past is worth a week.
 */
export const keptFiles = {
  pages: { output: 'PagesBucket', days: 30 },
  published: { output: 'PublishedBucket', days: 7 },
} as const;

export type KeptFiles = keyof typeof keptFiles;

export const keptFilesNames = Object.keys(keptFiles) as readonly KeptFiles[];
