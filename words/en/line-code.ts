/* The words of the form for a code of the box office: loaded when it is asked for. */
export const codeWords = {
  title: 'A code from the box office',
  detail:
    'When you call the box office because the device with your place is lost or broken, it says a code. Your place moves to this device, with its number. The other devices lose it.',
  label: 'Code',
  hint: 'Eight letters, for ten minutes.',
  take: 'Move my place here',
  taking: 'Moving…',
};

export type CodeWords = typeof codeWords;
