/* A seat's name: what stands on the ticket. Sections have the venue's own names. */

export const seatName = (section: string, row: string, seat: string) => `${section}, rang ${row}, place ${seat}`;
export const standingName = (section: string) => `${section}, debout`;
export const unreservedName = (section: string) => `${section}, placement libre`;
