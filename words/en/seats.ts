/* A seat’s name: what stands on the ticket. Sections have the venue’s own names. */
export const seatWords = {
  seat: (section: string, row: string, seat: string) => `${section}, row ${row}, seat ${seat}`,
  seatAlone: (section: string, seat: string) => `${section}, seat ${seat}`,
  /** Several of one row. */
  seats: (section: string, row: string, seats: string) => `${section}, row ${row}, seats ${seats}`,
  /** Their numbers, e.g. `3, 4 and 5`. */
  numbers: (before: string, last: string) => `${before} and ${last}`,
  standing: (section: string) => `${section}, standing`,
  unreserved: (section: string) => `${section}, unreserved`,
};

export type SeatWords = typeof seatWords;
