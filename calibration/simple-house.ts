/** A house of so many seats, all alike: enough to know when they run out. */
export class SimpleHouse {
  readonly seats: number;
  held = 0;
  sold = 0;

  constructor(seats: number) {
    this.seats = seats;
  }

  get free(): number {
    return this.seats - this.held - this.sold;
  }

  /** Takes them, or none. */
  hold(party: number): boolean {
    if (party > this.free) return false;
    this.held += party;
    return true;
  }

  giveBack(party: number): void {
    this.held -= party;
  }

  sell(party: number): void {
    this.held -= party;
    this.sold += party;
  }
}
