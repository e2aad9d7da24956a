/* A seat's name: what stands on the ticket. Sections have the venue's own names. */

export const seatName = (section: string, row: string, seat: string) => `${section}, rhes ${row}, sedd ${seat}`;
export const standingName = (section: string) => `${section}, sefyll`;
export const unreservedName = (section: string) => `${section}, eisteddwch lle mynnwch`;
