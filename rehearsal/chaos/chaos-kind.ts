/** A fault as `PUT /faults.json` of the local cloud takes it, but for its time (`local-cloud/faults/fault.ts`). */
export interface AskedFault {
  readonly is: string;
  /** Part of the names of the resources that it is of; all have the empty one. */
  readonly name: string;
  readonly byMs?: number;
  readonly index?: string;
  readonly oneOf?: number;
}

/** What somebody does by hand, beside the faults of services. */
export type ChaosHand = 'bank-is-silent' | 'bank-takes-back' | 'poison' | 'rotate-pass-keys' | 'send-away';

/** Of a hand that does something itself, and not by the fans' cards. */
export type ChaosAct = Exclude<ChaosHand, 'bank-is-silent' | 'bank-takes-back'>;

/** A kind of fault, and all that is promised of it. */
export interface ChaosKind {
  readonly title: string;
  readonly does: string;
  /** What fans may see of it. */
  readonly seen: string;
  readonly faults: readonly AskedFault[];
  readonly hand?: ChaosHand;
  /** Fans ask for the site by its name, which may lead elsewhere. @default false */
  readonly byName?: true;
  /** Seconds: as long as its alarm needs to be sure. */
  readonly lasts: number;
  /** Seconds after its end within which no fan sees anything of it any more, without a person. Its runbook says the same. */
  readonly healsWithin: number;
  /** Ends of the names of the alarms that must ring. */
  readonly rings: readonly string[];
  /** Why nobody is to be woken, if no alarm must ring. */
  readonly wakesNobody?: string;
  /** In docs/runbooks/. */
  readonly runbook: string;
}

/** Faults that come over one rehearsal together: one, or a pair. */
export interface ChaosRound<Id extends string = string> {
  readonly ids: readonly Id[];
  readonly kinds: readonly ChaosKind[];
}
