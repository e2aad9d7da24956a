/* A seat’s name: what stands on the ticket. Sections have the venue’s own names. */
export const seatWords = {
  seat: (section: string, row: string, seat: string) => `${section}, row ${row}, seat ${seat}`,
  seatAlone: (section: string, seat: string) => `${section}, seat ${seat}`,
  standing: (section: string) => `${section}, standing`,
  unreserved: (section: string) => `${section}, unreserved`,
};

export type SeatWords = typeof seatWords;
