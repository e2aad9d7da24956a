import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings.ts';
import type { PublishedFiles } from '../catalogue/published-files.ts';
import type { FailoverSwitch } from '../edge/failover-switch.ts';
import { ApiHandler } from '../foundation/api-handler.ts';
import { fact, type Grant } from '../foundation/grant.ts';
import type { Foundation } from '../foundation/ground.ts';
import type { Line } from './line.ts';

export interface ControlLeversProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly line: Line;
  /** Acts that need two people. */
  readonly twoPeople: Settings['control']['twoPeople'];
  readonly failoverSwitch: FailoverSwitch;
  /** The name that fans type. */
  readonly domainName: string;
  /** Host name of where everyone goes when the switch is on. */
  readonly fallback: string;
  readonly ORIGIN_SECRET_ARNS: Grant;
}

/** The levers of the control room. Somebody of the house asks, and each act is written down. */
export function controlLevers(scope: Construct, props: ControlLeversProps): void {
  const { foundation, published, line, twoPeople, ORIGIN_SECRET_ARNS } = props;
  // As `levers/two-people.ts` reads it.
  const TWO_PEOPLE = fact(twoPeople.length > 0 ? twoPeople.join(',') : 'none');
  const { staff } = foundation;
  const AUDIT_TABLE = staff.grantWriteDown();
  const asked = { ...staff.grantAsk(), ORIGIN_SECRET_ARNS };
  new ApiHandler(scope, 'waiting-room/levers/show-levers', {
    foundation,
    told: {
      LINES_TABLE: line.grantShowLevers(),
      PUBLISHED_BUCKET: published.grantReadPace(),
      TWO_PEOPLE,
      ...asked,
    },
  });
  new ApiHandler(scope, 'waiting-room/levers/pull-lever', {
    foundation,
    told: { LINES_TABLE: line.grantPullLevers(), TWO_PEOPLE, AUDIT_TABLE, ...asked },
  });
  new ApiHandler(scope, 'waiting-room/levers/say-message', {
    foundation,
    told: { LINES_TABLE: line.grantPullLevers(), AUDIT_TABLE, ...asked },
  });
  new ApiHandler(scope, 'waiting-room/levers/act-on-place', {
    foundation,
    told: { LINES_TABLE: line.grantJudge(), AUDIT_TABLE, ...asked },
  });
  new ApiHandler(scope, 'waiting-room/levers/read-log', {
    foundation,
    told: { LINES_TABLE: line.grantReadLog(), ...asked },
  });
  new ApiHandler(scope, 'waiting-room/levers/write-note', {
    foundation,
    told: { LINES_TABLE: line.grantWriteNotes(), AUDIT_TABLE, ...asked },
  });
  // Lines are paused with the switch, so it is turned here.
  const { failoverSwitch } = props;
  const SWITCH_REGION = fact(Stack.of(failoverSwitch).region);
  new ApiHandler(scope, 'waiting-room/switch/show-switch', {
    foundation,
    told: {
      SWITCH_BUCKET: failoverSwitch.grantShow(),
      SWITCH_REGION,
      DOMAIN_NAME: fact(props.domainName),
      FALLBACK_NAME: fact(props.fallback),
      TWO_PEOPLE,
      ...asked,
    },
  });
  new ApiHandler(scope, 'waiting-room/switch/turn-switch', {
    foundation,
    told: {
      SWITCH_BUCKET: failoverSwitch.grantTurn(),
      SWITCH_REGION,
      LINES_TABLE: line.grantPauseAll(),
      TWO_PEOPLE,
      AUDIT_TABLE,
      ...asked,
    },
  });
}
