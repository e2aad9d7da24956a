import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { HandlerName } from '../../contracts/handlers.ts';
import type { Watched } from '../../contracts/platform.ts';
import { wordOfBeacon } from '../beacon.ts';
import { fansPerInstance } from '../concurrency.ts';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import type { FailoverSwitch } from '../constructs/edge/failover-switch.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { KeptKeyRing } from '../constructs/foundation/kept-key-ring.ts';
import { Mail, noMail } from '../constructs/foundation/mail.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import { openToOperators, openToTrials } from '../constructs/foundation/operators-tag.ts';
import { strongly } from '../constructs/foundation/strongly.ts';
import { grantStartTrial } from '../constructs/trial/trial-name.ts';
import { controlLevers } from '../constructs/waiting-room/control-levers.ts';
import { Line } from '../constructs/waiting-room/line.ts';
import { Pacemaker } from '../constructs/waiting-room/pacemaker.ts';
import { PassKeys } from '../constructs/waiting-room/pass-keys.ts';
import { grantWarming } from '../constructs/waiting-room/warm-functions.ts';
import type { Settings } from '../settings.ts';
import { type WitnessesSetting, witnessesConfig } from '../witnesses.ts';

export interface WaitingRoomStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  /** Names what is unique in the account. */
  readonly stage: string;
  /** The public beacon that decides every draw. With `none` the lines are trusted, and synthesis says so. */
  readonly beacon: Settings['beacon'];
  /**
   * Others who cosign the logs of heads.
   * @default - nobody is asked; lines keep their logs all the same
   */
  readonly witnesses?: WitnessesSetting;
  /** Levers that need two people. */
  readonly twoPeople: Settings['control']['twoPeople'];
  /** Turned from the control room. */
  readonly failoverSwitch: FailoverSwitch;
  /** Host name of where everyone goes when it is on. */
  readonly fallback: string;
  /** The name fans type: where links in messages lead. */
  readonly domainName: string;
  /**
   * The sender of links by e-mail, and the zone that shows it to be genuine.
   * @default - nobody: nothing can be joined by e-mail
   */
  readonly mail?: { readonly sender: string; readonly sandbox: boolean; readonly hostedZoneId: string };
}

/** The line: joining, the draw, pacing, the board and the pass. */
export class WaitingRoomStack extends Stack {
  readonly passKeys: PassKeys;
  /** Ordering signs with them, and the waiting room reads. */
  readonly voucherKeys: KeptKeyRing;
  /** Undefined: this stage sends no mail. */
  readonly mail: Mail | undefined;
  /** Whoever runs a trial invokes it. */
  readonly openTrial: IFunction;
  /** By these names CloudWatch measures those that fans wait for. */
  readonly functionNames: Pick<Watched['functions'], 'waiting-room/entry/join-line' | 'waiting-room/turn/claim-pass'>;

  constructor(scope: Construct, id: string, props: WaitingRoomStackProps) {
    super(scope, id, props);
    const { foundation, published, stage, beacon, witnesses, domainName, mail } = props;
    const line = new Line(this, 'Line', { ground: foundation });
    this.passKeys = new PassKeys(this, 'PassKeys', { ground: foundation, stage });
    this.voucherKeys = new KeptKeyRing(this, 'VoucherKeys', { signs: 'vouchers', retain: foundation.retainData });

    this.mail = mail && new Mail(this, 'Mail', { monitoring: foundation.monitoring, ...mail });

    const LINE_SECRET_ARN = line.grantSecret();
    const PASS_KEYS_ARN = this.passKeys.grantUse();
    const VOUCHER_KEYS_ARN = this.voucherKeys.grantUse();
    const ORIGIN_SECRET_ARNS = foundation.originSecrets.grantRead();
    // As `readBeaconSetting` reads it. Anyone may ask the relays, so there is nothing to permit.
    const BEACON = fact(beaconConfig(beacon));
    const WITNESSES = fact(witnessesConfig(domainName, witnesses));
    const word = wordOfBeacon(beacon);
    if (word !== undefined) Annotations.of(this).addWarningV2('stampede:beacon', word);
    const PUBLISHED_BUCKET = published.grantReadFiles();
    const joinLine = new ApiHandler(this, 'waiting-room/entry/join-line', {
      foundation,
      told: { LINES_TABLE: line.grantJoin(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/entry/give-challenge', {
      foundation,
      told: { LINES_TABLE: line.grantLook(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/entry/send-invite', {
      foundation,
      told: {
        LINES_TABLE: line.grantInvite(),
        LINE_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
        PUBLISHED_BUCKET: published.grantReadLines(),
        MAIL_SENDER: this.mail?.grantSend() ?? noMail,
        SITE_ADDRESS: fact(`https://${domainName}`),
      },
    });
    const claimPass = new ApiHandler(this, 'waiting-room/turn/claim-pass', {
      foundation,
      told: {
        LINES_TABLE: line.grantClaim(),
        LINE_SECRET_ARN,
        PASS_KEYS_ARN,
        VOUCHER_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    this.functionNames = {
      'waiting-room/entry/join-line': joinLine.function.functionName,
      'waiting-room/turn/claim-pass': claimPass.function.functionName,
    };
    new ApiHandler(this, 'waiting-room/place/leave-line', {
      foundation,
      told: { LINES_TABLE: line.grantLeave(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/place/tend-devices', {
      foundation,
      told: { LINES_TABLE: line.grantTendDevices(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/place/take-over-place', {
      foundation,
      told: { LINES_TABLE: line.grantTakeOver(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/turn/extend-pass', {
      foundation,
      told: {
        LINES_TABLE: line.grantExtend(),
        LINE_SECRET_ARN,
        PASS_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'waiting-room/place/appeal-slower-lane', {
      foundation,
      told: { LINES_TABLE: line.grantAppeal(), LINE_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/plain/list-plain-lines', {
      foundation,
      told: { PUBLISHED_BUCKET: published.grantReadCatalogue(), ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/plain/show-plain-line', {
      foundation,
      told: { PUBLISHED_BUCKET, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'waiting-room/plain/act-plain-line', {
      foundation,
      told: {
        LINES_TABLE: line.grantAct(),
        LINE_SECRET_ARN,
        PASS_KEYS_ARN,
        VOUCHER_KEYS_ARN,
        PUBLISHED_BUCKET,
        ORIGIN_SECRET_ARNS,
      },
    });
    const toldOfStaff = {
      ...foundation.staff.grantAsk(),
      AUDIT_TABLE: foundation.staff.grantWriteDown(),
      ORIGIN_SECRET_ARNS,
    };
    new ApiHandler(this, 'waiting-room/find/find-fan', {
      foundation,
      told: { ...toldOfStaff, LINES_TABLE: line.grantFind(), LINE_SECRET_ARN },
    });
    new ApiHandler(this, 'waiting-room/find/help-fan', {
      foundation,
      told: { ...toldOfStaff, LINES_TABLE: line.grantHelp(), LINE_SECRET_ARN },
    });
    new ApiHandler(this, 'waiting-room/line/say-go', {
      foundation,
      told: {
        LINES_TABLE: line.grantNote(),
        ...foundation.staff.grantAsk(),
        AUDIT_TABLE: foundation.staff.grantWriteDown(),
        ORIGIN_SECRET_ARNS,
      },
    });
    controlLevers(this, { ...props, line, ORIGIN_SECRET_ARNS });
    new OperatorHandler(this, 'waiting-room/place/judge-place', {
      ground: foundation,
      told: { LINES_TABLE: line.grantJudge() },
    });
    new OperatorHandler(this, 'waiting-room/place/list-appeals', {
      ground: foundation,
      told: { LINES_TABLE: line.grantListAppeals() },
    });
    const doorsOf = (name: HandlerName, fans: number) => ({ most: foundation.reserved[name] ?? 0, fans });
    const pacemaker = new Pacemaker(this, 'Pacemaker', {
      ground: foundation,
      told: {
        LINES_TABLE: line.grantPace(),
        LINE_SECRET_ARN,
        PUBLISHED_BUCKET: published.grantPaceLines(),
        BEACON,
        WITNESSES,
        WARM_FUNCTIONS: grantWarming([
          { of: joinLine.function, ...doorsOf('waiting-room/entry/join-line', fansPerInstance.join) },
          { of: claimPass.function, ...doorsOf('waiting-room/turn/claim-pass', fansPerInstance.claim) },
        ]),
        TRIAL_CANARY: grantStartTrial(this, stage),
        READINGS_BUCKET: foundation.readings.grantWrite('lines'),
      },
    });
    new OperatorHandler(this, 'waiting-room/opening/open-line', {
      ground: foundation,
      told: {
        LINES_TABLE: line.grantOpen(),
        LINE_SECRET_ARN,
        PUBLISHED_BUCKET: published.grantPublishLines(),
        BEACON,
        WITNESSES,
        JOINS_A_SECOND: fact(`${foundation.joinsASecond}`),
      },
    });
    const openTrial = new OperatorHandler(this, 'waiting-room/opening/open-trial', {
      ground: foundation,
      told: {
        LINES_TABLE: line.grantOpen(),
        LINE_SECRET_ARN,
        PUBLISHED_BUCKET: published.grantOpenTrialLines(),
        BEACON,
      },
    });
    openToTrials(openTrial, stage);
    this.openTrial = strongly(openTrial.function);
    new OperatorHandler(this, 'waiting-room/entry/load-roster', {
      ground: foundation,
      told: { LINES_TABLE: line.grantEnrol(), LINE_SECRET_ARN },
    });
    new OperatorHandler(this, 'waiting-room/line/turn-dials', {
      ground: foundation,
      told: { LINES_TABLE: line.grantTurn() },
    });
    new OperatorHandler(this, 'waiting-room/line/draw-unproved', {
      ground: foundation,
      told: { LINES_TABLE: line.grantGoOn() },
    });

    new CfnOutput(this, 'LinesTable', { value: line.tableName });
    openToOperators(this.passKeys, stage);
    new CfnOutput(this, 'KeepPassKeysFunction', { value: this.passKeys.functionName });
    new CfnOutput(this, 'PassKeysArn', { value: PASS_KEYS_ARN.address });
    new CfnOutput(this, 'VoucherKeysArn', { value: VOUCHER_KEYS_ARN.address });
    openToOperators(pacemaker, stage);
    new CfnOutput(this, 'KeepPaceFunction', { value: pacemaker.functionName });
  }
}

function beaconConfig(beacon: Settings['beacon']): string {
  if (beacon === 'none') return beacon;
  const { urls, ...chain } = beacon;
  return JSON.stringify({ urls, chain });
}
