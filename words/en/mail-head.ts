/* The end of every mail about a line: what its number is for. */
export const mailHeadWords = {
  keep: 'Keep this mail: it shows what the line had published when it was sent, should anything be changed later.',
  look: 'Check it',
};

export type MailHeadWords = typeof mailHeadWords;
