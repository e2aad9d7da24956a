/* The one clock over all that is held. */
export const basketWords = {
  left: 'Yours for another',
  more: 'More time',
  asking: 'Asking for more time…',
  once: 'You may ask for more time once.',
  given: 'You have had more time: this is the last of it.',
  atZero: 'At 0:00 the seats are free for others. You may still choose again while your time to shop lasts.',
  soon: (left: string) => `${left} left for your seats.`,
  over: 'The time for your seats is over',
  overDetail: 'They are free again, and perhaps still there: go back to the plan and hold them anew.',
  back: 'Back to the seats',
};

export type BasketWords = typeof basketWords;
