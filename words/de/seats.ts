/* A seat's name: what stands on the ticket. Sections have the venue's own names. */

export const seatName = (section: string, row: string, seat: string) => `${section}, Reihe ${row}, Platz ${seat}`;
export const standingName = (section: string) => `${section}, Stehplatz`;
export const unreservedName = (section: string) => `${section}, freie Platzwahl`;
