import { type App, Duration, type Environment, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Built } from './built.ts';
import type { Settings } from './settings.ts';
import { CatalogueStack } from './stacks/catalogue.ts';
import { ControlRoomStack } from './stacks/control-room.ts';
import { EdgeStack } from './stacks/edge.ts';
import { EdgeGuardStack } from './stacks/edge-guard.ts';
import { EdgeWatchStack } from './stacks/edge-watch.ts';
import { FoundationStack } from './stacks/foundation.ts';
import { OrderingStack } from './stacks/ordering.ts';
import { RunUpStack } from './stacks/run-up.ts';
import { SeatingStack } from './stacks/seating.ts';
import { SiteStack } from './stacks/site.ts';
import { StaffStack } from './stacks/staff.ts';
import { StandbyStack } from './stacks/standby.ts';
import { TrialStack } from './stacks/trial.ts';
import { WaitingRoomStack } from './stacks/waiting-room.ts';
import { WatchStack } from './stacks/watch.ts';
import { stripeOnPages } from './stripe-on-pages.ts';

export interface PlatformProps {
  readonly settings: Settings;
  readonly built: Built;
  /**
   * Names of stacks that this deployment makes.
   * @default - none
   */
  readonly firstTime?: readonly string[];
}

/**
 * The whole platform of one stage, in the order data moves: the switch, the published files, the line, the seats, the
 * orders, the pages, and the edge that fans come in by. Each stack is given what earlier ones made. The validation packs look at
 * all of it; a finding that is not answered beside its construct fails the synthesis.
 */
export class Platform {
  constructor(app: App, { settings, built, firstTime = [] }: PlatformProps) {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    const { stage, account, regions, domainName } = settings;
    const name = (room: string) => `Stampede-${stage}-${room}`;
    const inRegion = (region: string): { env: Environment } => ({ env: { region, ...(account && { account }) } });
    const home = inRegion(regions.home);
    const liveDomainName = `live.${domainName}`;
    const stripe = stripeOnPages(settings.payment.stripe);
    // Settling an order is one write and a few signatures, 100 ms; a slow payment provider gets the rest.
    const outcomeTimeout = Duration.seconds(10);

    const { foundation } = new FoundationStack(app, name('Foundation'), {
      ...home,
      settings,
      bundles: built.handlers,
      firstTime: new Set(firstTime),
      hasDoors: !firstTime.includes(name('WaitingRoom')),
    });

    new StaffStack(app, name('Staff'), { ...home, foundation });

    const { failoverSwitch, copies } = new StandbyStack(app, name('Standby'), {
      ...inRegion(regions.standby),
      stage,
      retainData: settings.retainData,
    });

    const { published } = new CatalogueStack(app, name('Catalogue'), {
      ...home,
      ground: foundation,
      paymentMethods: settings.payment.methods,
      domainName: settings.domainName,
      copy: copies.published,
    });

    const { reportChecks } = new RunUpStack(app, name('RunUp'), {
      ...home,
      foundation,
      published,
      fallback: { hostName: settings.fallback.hostName, domainName },
    });

    const { passKeys, voucherKeys, mail, openTrial, ...waitingRoom } = new WaitingRoomStack(app, name('WaitingRoom'), {
      ...home,
      foundation,
      published,
      stage,
      beacon: settings.beacon,
      twoPeople: settings.control.twoPeople,
      failoverSwitch,
      fallback: settings.fallback.hostName,
      ...(settings.witnesses && { witnesses: settings.witnesses }),
      domainName,
      ...(settings.mail && { mail: { ...settings.mail, hostedZoneId: settings.hostedZone.id } }),
    });

    const { house, slipKeys, openTrialHouse, ...seating } = new SeatingStack(app, name('Seating'), {
      ...home,
      foundation,
      published,
      passKeys,
      paymentMethods: settings.payment.methods,
      outcomeTimeout,
    });

    const ordering = new OrderingStack(app, name('Ordering'), {
      ...home,
      foundation,
      published,
      passKeys,
      slipKeys,
      voucherKeys,
      house,
      paymentMethods: settings.payment.methods,
      unpaidAtDoor: settings.payment.unpaidAtDoor,
      keepPersonsDays: settings.keepPersonsDays,
      language: settings.language,
      ...(settings.payment.stripe && { stripe: settings.payment.stripe }),
      outcomeTimeout,
      domainName,
      ...(mail && { mail }),
    });

    new ControlRoomStack(app, name('ControlRoom'), {
      ...home,
      foundation,
      published,
      watched: {
        namespace: foundation.monitoring.namespace,
        functions: { ...waitingRoom.functionNames, ...seating.functionNames, ...ordering.functionNames },
        queues: {
          asks: house.asks.names,
          outcomes: house.outcomes.names,
          announcements: ordering.announcements.names,
        },
        ...(mail && { mailStage: stage }),
      },
    });

    const { site } = new SiteStack(app, name('Site'), {
      ...home,
      ground: foundation,
      copy: copies.pages,
      built: built.site,
      config: {
        live: `https://${liveDomainName}`,
        payments: settings.payment.methods,
        ...(stripe && { stripe: stripe.config }),
        signIn: foundation.signIn.pages,
      },
    });

    const guard = new EdgeGuardStack(app, name('EdgeGuard'), { ...inRegion('us-east-1'), settings, liveDomainName });

    const { distributions } = new EdgeStack(app, name('Edge'), {
      ...home,
      settings,
      liveDomainName,
      functions: built.edge,
      siteFolder: built.site,
      certificate: guard.certificate,
      webAclArn: guard.webAclArn,
      pages: site.bucket,
      published: published.bucket,
      copies,
      api: { hostName: foundation.api.hostName, originSecret: foundation.originSecrets.shown },
      passKeys: passKeys.atTheEdge,
      issuer: foundation.signIn.connect,
      switchHost: failoverSwitch.hostName,
    });

    new TrialStack(app, name('Trial'), {
      ...home,
      monitoring: foundation.monitoring,
      code: built.trial,
      site: `https://${domainName}`,
      openTrial,
      openTrialHouse,
      reportChecks,
      retain: settings.retainData,
    });

    const edgeWatch = new EdgeWatchStack(app, name('EdgeWatch'), { ...inRegion('us-east-1'), settings, distributions });

    const watch = new WatchStack(app, name('Watch'), {
      ...home,
      stage,
      monitoring: foundation.monitoring,
      atTheEdge: edgeWatch.declared,
    });
    // It names the alarms of all others, which must be there before.
    for (const stack of app.node.children) if (Stack.isStack(stack) && stack !== watch) watch.addStackDependency(stack);
  }
}
