import { z } from 'zod';
import { admission, admissionRequest, admissions, doorList, guest, guestList, owed } from '../../contracts/door.ts';
import { fanHelp, fanHelped, fanHolds, fanHoldsAsk, fanSearch, foundFan, foundFans } from '../../contracts/find-fan.ts';
import { freezeAct, freezeFile } from '../../contracts/freeze.ts';
import { availability, basket, holdRequest, holdView, releaseView } from '../../contracts/house.ts';
import {
  leverAct,
  leverPulled,
  lineLevers,
  logEntry,
  messageAct,
  noteAct,
  placeAct,
  placeActed,
  runningLog,
} from '../../contracts/levers.ts';
import { place } from '../../contracts/line.ts';
import { goAct, goSaid } from '../../contracts/line-go.ts';
import {
  appealed,
  appealRequest,
  challenge,
  claimed,
  devices,
  devicesRequest,
  inviteRequest,
  joined,
  joinRequest,
  slowerLane,
  takeOverRequest,
} from '../../contracts/line-requests.ts';
import { consentPage } from '../../contracts/news-consent.ts';
import {
  dateRequest,
  exchangeRequest,
  giveBackRequest,
  orderAct,
  orderAudit,
  orderBookEntry,
  orderBookPage,
  orderItem,
  orderMail,
  orderRequest,
  orderSearch,
  orderView,
  ownOrders,
  soughtOrders,
  staffAct,
  ticket,
  ticketKey,
} from '../../contracts/order.ts';
import { doorDevices, doorDevicesAct, pairing, pairingRequest } from '../../contracts/pairing.ts';
import { heldSeat } from '../../contracts/pass.ts';
import { personFound, personSearch } from '../../contracts/personal-data.ts';
import { handlerFigures, platformReadings, queueFigures } from '../../contracts/platform.ts';
import {
  allReadings,
  houseReadings,
  keyedReadings,
  lineHistory,
  lineReadings,
  onSaleReadings,
  orderHistory,
  orderReadings,
  readingsHistory,
  sharedReadings,
} from '../../contracts/readings.ts';
import type { Problem } from '../../contracts/refusals.ts';
import { checkReport, planItem, risk, runUp, runUpAct, runUpShown } from '../../contracts/run-up.ts';
import { saleAct, saleLevers } from '../../contracts/sale-levers.ts';
import { signedIn } from '../../contracts/sign-in.ts';
import { auditEntry, auditPage, staffGrant, staffPeople, staffPeopleAct, staffPerson } from '../../contracts/staff.ts';
import { switchAct, switchShown, switchTurned } from '../../contracts/switch.ts';

/*
 * The schemas that the description of the API calls by a name, which is that of their type. A request or an answer
 * that has none is spelled out where it stands.
 */

const fieldError = z.object({
  field: z.string().describe('e.g. `body.buyer.email`, `path.onSale`, `header.idempotency-key`.'),
  message: z.string(),
});

/** Problem documents, which stand in place of an answer: RFC 9457. */
const problem = z.object({
  type: z.string().describe('`/problems/<code>`.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What happened, and what to do.'),
  errors: z.array(fieldError).readonly().exactOptional().describe('The fields that are wrong.'),
  voucher: z
    .string()
    .exactOptional()
    .describe('With a fault of ours that spoilt a checkout: lets the fan in again without waiting.'),
  trace: z.string().exactOptional().describe('With a fault of ours: by it the venue’s staff find what happened.'),
  slowerLane: slowerLane
    .exactOptional()
    .describe('With `slower-lane` and `place-removed`: why, and whether it was appealed.'),
}) satisfies z.ZodType<Problem>;

export const namedSchemas = {
  JoinRequest: joinRequest,
  Joined: joined,
  Place: place,
  SlowerLane: slowerLane,
  Challenge: challenge,
  InviteRequest: inviteRequest,
  Claimed: claimed,
  TakeOverRequest: takeOverRequest,
  DevicesRequest: devicesRequest,
  Devices: devices,
  AppealRequest: appealRequest,
  Appealed: appealed,
  HoldRequest: holdRequest,
  HoldView: holdView,
  ReleaseView: releaseView,
  HeldSeat: heldSeat,
  Basket: basket,
  Availability: availability,
  OrderRequest: orderRequest,
  OrderView: orderView,
  ConsentPage: consentPage,
  PersonFound: personFound,
  PersonSearch: personSearch,
  OwnOrders: ownOrders,
  TicketKey: ticketKey,
  OrderItem: orderItem,
  Ticket: ticket,
  ExchangeRequest: exchangeRequest,
  DateRequest: dateRequest,
  GiveBackRequest: giveBackRequest,
  OrderBookPage: orderBookPage,
  OrderBookEntry: orderBookEntry,
  OrderAudit: orderAudit,
  OrderAct: orderAct,
  StaffAct: staffAct,
  FanSearch: fanSearch,
  FoundFan: foundFan,
  FoundFans: foundFans,
  FanHelp: fanHelp,
  FanHelped: fanHelped,
  FanHoldsAsk: fanHoldsAsk,
  FanHolds: fanHolds,
  OrderSearch: orderSearch,
  OrderMail: orderMail,
  SoughtOrders: soughtOrders,
  AdmissionRequest: admissionRequest,
  Admissions: admissions,
  Admission: admission,
  DoorList: doorList,
  GuestList: guestList,
  Guest: guest,
  Owed: owed,
  PairingRequest: pairingRequest,
  Pairing: pairing,
  DoorDevicesAct: doorDevicesAct,
  DoorDevices: doorDevices,
  SaleLevers: saleLevers,
  SaleAct: saleAct,
  SignedIn: signedIn,
  StaffGrant: staffGrant,
  StaffPeople: staffPeople,
  StaffPerson: staffPerson,
  StaffPeopleAct: staffPeopleAct,
  AllReadings: allReadings,
  OnSaleReadings: onSaleReadings,
  KeyedReadings: keyedReadings,
  SharedReadings: sharedReadings,
  LineReadings: lineReadings,
  HouseReadings: houseReadings,
  OrderReadings: orderReadings,
  ReadingsHistory: readingsHistory,
  PlatformReadings: platformReadings,
  HandlerFigures: handlerFigures,
  QueueFigures: queueFigures,
  LineHistory: lineHistory,
  OrderHistory: orderHistory,
  LineLevers: lineLevers,
  LeverAct: leverAct,
  LeverPulled: leverPulled,
  SwitchShown: switchShown,
  SwitchAct: switchAct,
  SwitchTurned: switchTurned,
  MessageAct: messageAct,
  PlaceAct: placeAct,
  PlaceActed: placeActed,
  NoteAct: noteAct,
  RunningLog: runningLog,
  LogEntry: logEntry,
  AuditPage: auditPage,
  AuditEntry: auditEntry,
  RunUpShown: runUpShown,
  RunUp: runUp,
  PlanItem: planItem,
  Risk: risk,
  CheckReport: checkReport,
  RunUpAct: runUpAct,
  FreezeAct: freezeAct,
  FreezeFile: freezeFile,
  GoAct: goAct,
  GoSaid: goSaid,
  Problem: problem,
} as const;

export type SchemaName = keyof typeof namedSchemas;
