/*
 * The paths of the published files. The same path is the object's key in the published bucket (without the leading
 * slash) and the path under which the CDN serves it.
 */

/** Every season's shows and on-sales: `Season`. Short-lived in caches. */
export const season = () => '/catalogue/season.json';

/** Whether a season is being published right now: `Publishing`. In the bucket only. */
export const publishing = () => '/catalogue/publishing.json';

/** The acts on performances after they were published: `PerformanceActs`. Handlers read it. */
export const performanceActs = () => '/catalogue/acts.json';

/** When nothing of the house may be changed: `FreezeFile`. */
export const freeze = () => '/catalogue/freeze.json';

/** One show with its performances: `ShowFile`. Short-lived in caches. */
export const show = (id: string) => `/catalogue/shows/${id}.json`;

/** The season's page in a language: HTML. */
export const seasonPage = (language: string) => `/catalogue/pages/${language}/season.html`;

/** A show's page in a language: HTML. */
export const showPage = (language: string, id: string) => `/catalogue/pages/${language}/shows/${id}.html`;

/** The colours of all posters: CSS, since no page may carry styles of its own. */
export const posterColours = () => '/catalogue/pages/posters.css';

/** One performance with plan and prices: `PerformanceFile`. Short-lived in caches. */
export const performance = (id: string) => `/catalogue/performances/${id}.json`;

/** One immutable version of a venue plan: `Plan`. */
export const plan = (id: string) => `/catalogue/plans/${id}.json`;

/** The promises of a line before anyone joins: `LineFile`. Never changes after the line was opened. */
export const line = (onSale: string) => `/lines/${onSale}/line.json`;

/** The state of a line: `Board`. Cached for a second. */
export const board = (onSale: string) => `/lines/${onSale}/board.json`;

/** The roll of one round, in a few hashes: `RollCommitment`. Published before the beacon that decides. Immutable. */
export const rollCommitment = (onSale: string, round: number) => `/lines/${onSale}/rolls/${round}.json`;

/** The passes that have ended before their time: `EndedPasses`. Handlers read it; a stranger learns no names from it. */
export const ended = (onSale: string) => `/lines/${onSale}/ended.json`;

/** One bank of a round's roll: `RollBank`. Immutable. */
export const rollBank = (onSale: string, round: number, bank: number) =>
  `/lines/${onSale}/rolls/${round}/banks/${bank}.json`;

/** One tile of a round's roll: `RollTile`. Immutable. */
export const rollTile = (onSale: string, round: number, tile: number) =>
  `/lines/${onSale}/rolls/${round}/tiles/${tile}.json`;

/** The draw of one bank of a round: `DrawSheet`. Immutable. */
export const drawSheet = (onSale: string, round: number, bank: number) =>
  `/lines/${onSale}/rounds/${round}/${bank}.json`;

/** A segment of a line's ledger: `Ledger`. Full ones never change; the last grows, cached as briefly as the board. */
export const ledger = (onSale: string, segment: number) => `/lines/${onSale}/ledger/${segment}.json`;

/** A segment of the log of a line's heads: `HeadLog`. Full ones never change; the last grows. */
export const headLog = (onSale: string, segment: number) => `/lines/${onSale}/log/${segment}.json`;

/** The signed head of that log, and what witnesses cosigned of it: `CheckpointFile`. Cached as briefly as the board. */
export const checkpoint = (onSale: string) => `/lines/${onSale}/checkpoint.json`;

/** The list of drawn rounds, so that they can be fetched: `Rounds`. Cached as briefly as the board. */
export const rounds = (onSale: string) => `/lines/${onSale}/rounds.json`;

/** How full each performance of an on-sale is: `DatesLeft`. Written by seating, from the doors on. */
export const datesLeft = (onSale: string) => `/lines/${onSale}/dates.json`;

/** The levers that staff turned in an on-sale while it sells: `SaleFile`. Written by seating; not there before the first turn. */
export const sale = (onSale: string) => `/lines/${onSale}/sale.json`;

/** One turn of a lever of the sale, by role: `SaleTurnFile`. The pacemaker enters it in the ledger. */
export const saleTurn = (onSale: string, version: number) => `/lines/${onSale}/sale/${version}.json`;

/** Whose the seats of a performance are that are set aside: `AllocationsFile`. In the bucket only. */
export const allocations = (performance: string) => `/allocations/${performance}.json`;

/** The houses that were opened for each on-sale: `OpenHouses`. In the bucket only. */
export const openHouses = () => '/stock/houses.json';

/** Seating's count of an on-sale's seats, for the pacemaker: `Stock`. */
export const stock = (onSale: string) => `/stock/${onSale}.json`;

/** Seating's count by performance, for staff: `StockByPerformance`. In the bucket only. */
export const stockByPerformance = (onSale: string) => `/stock/performances/${onSale}.json`;
