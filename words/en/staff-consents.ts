export const staffConsentsWords = {
  lead: 'Buyers who allowed us to write about other shows, and those who took it back. One row an address: what somebody did last counts.',
  rule: 'Write to those in whose row “may_be_written_to” is “yes”, and to nobody else. Get the file anew before each mailing. Each file is written down in the audit.',
  get: 'Get the file',
  reading: (n: string) => `Reading … ${n} so far`,
  done: (n: string, m: string) => `Addresses in the file: ${n}. May be written to: ${m}.`,
  none: 'Nobody has allowed it yet',
};

export type StaffConsentsWords = typeof staffConsentsWords;
