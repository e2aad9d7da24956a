/* The words of the line page for a fan in the slower lane, or whose place was removed. */
export const slowerWords = {
  slower: 'You are in the slower lane',
  slowerDetail: 'Your number stays yours. You come in a few minutes after it is called.',
  removed: 'This place was taken out of the line',
  removedDetail: 'Nobody can come in with it.',
  why: {
    'many-from-one-address': 'Very many places were taken from your network address, by something unlike a browser.',
    'not-a-browser': 'The place was taken by something that did not look like a browser.',
    staff: 'The staff of the box office decided so.',
  },
  reason: (code: string) => `Reason: ${code}`,
  appeal: 'Is that wrong? Tell us, and a person will look at it.',
  appealHint: 'In a sentence or two; at most 500 characters.',
  appealSend: 'Send',
  appealing: 'Sending…',
  appealed: 'We have your message',
  appealedDetail: 'A person at the box office looks at it. If they agree, your place is as it was.',
};

export type SlowerWords = typeof slowerWords;
