/* A seat's name: what stands on the ticket. Sections have the venue's own names. */

export const seatName = (section: string, row: string, seat: string) => `${section}, row ${row}, seat ${seat}`;
export const standingName = (section: string) => `${section}, standing`;
export const unreservedName = (section: string) => `${section}, unreserved`;
