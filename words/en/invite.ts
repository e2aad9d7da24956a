/* The e-mail that brings the link into a line: short, kind, and saying what it does before it is clicked. The title is the venue’s own. */
export const inviteWords = {
  subject: (title: string) => `Your way into the line: ${title}`,
  hello: 'Hello,',
  /** Before the link. */
  click: (title: string) => `Click this link to take your place in the line for ${title}:`,
  button: 'Take my place',
  lasts:
    'The link works for a day, or until the sale ends. It is yours: whoever has it takes your place, so please do not pass it on.',
  notYou: 'If you did not ask for this, do nothing. No place is taken, and we have not kept your address.',
};

export type InviteWords = typeof inviteWords;
