/* A seat's name: what stands on the ticket. Sections have the venue's own names. */

export const seatName = (section: string, row: string, seat: string) => `${section}, fila ${row}, asiento ${seat}`;
export const standingName = (section: string) => `${section}, de pie`;
export const unreservedName = (section: string) => `${section}, sin numerar`;
