import { type FallbackAnswer, fallbackReached } from '../rules/run-up/fallback-reached.ts';
import { type AccountCheck, whole } from './check.ts';
import { type CheckOutcome, ready, todo, unanswered, unasked } from './check-outcome.ts';
import { edgeRegion } from './needs.ts';
import type { AccountAnswer, Question } from './question.ts';

const bare = (name: string) => name.toLowerCase().replace(/\.$/, '');

const zoneOf = (id: string): Question => ({
  service: 'route-53',
  operation: 'GetHostedZone',
  region: edgeRegion,
  input: { Id: id },
});

export const nameChecks: readonly AccountCheck[] = [
  {
    name: 'hosted-zone',
    looksAt: 'that the zone is there, is public, and that the internet asks it',
    ifNot: 'write its four name servers at the registrar, or mend `hostedZone` in the stage’s file',
    async run({ ask, settings }) {
      const { id, name } = settings.hostedZone;
      const answer = await ask(zoneOf(id));
      if (!answer.ok)
        return answer.fault === 'NoSuchHostedZone'
          ? todo(
              `There is no zone ${id} in this account.`,
              'Mend hostedZone.id in the stage’s file (Route 53 → Hosted zones).',
            )
          : unanswered(answer);
      const { HostedZone: zone, DelegationSet: delegation } = answer.value;
      if (bare(zone.Name) !== name)
        return todo(
          `The zone ${id} is that of ${bare(zone.Name)}, and not of ${name}.`,
          'Mend hostedZone in the stage’s file.',
        );
      if (zone.Config?.PrivateZone) return todo(`The zone ${name} is private.`, 'Use the public zone of that name.');
      const servers = await ask({ service: 'dns', operation: 'Ns', region: edgeRegion, input: { name } });
      if (!servers.ok)
        return todo(
          `The internet knows no name servers of ${name} (${servers.fault}).`,
          'Write those of the zone at the registrar.',
        );
      const own = new Set<string>((delegation?.NameServers ?? []).map(bare));
      const asked: readonly string[] = servers.value.map(bare);
      return asked.length > 0 && asked.every((server) => own.has(server))
        ? ready(`The internet asks the zone of ${name}.`)
        : todo(
            `The internet asks ${asked.join(', ')} for ${name}, and not this zone.`,
            `Write ${[...own].join(', ')} at the registrar.`,
          );
    },
  },
  {
    name: 'zone-recovery',
    looksAt: 'that records of the zone can be changed while us-east-1 is away',
    ifNot: 'switch on accelerated recovery of the zone, which costs nothing',
    async run({ ask, settings }) {
      const { id, name } = settings.hostedZone;
      const answer = await ask(zoneOf(id));
      if (!answer.ok) return unanswered(answer);
      const status = answer.value.HostedZone.Features?.AcceleratedRecoveryStatus ?? 'DISABLED';
      return status === 'ENABLED'
        ? ready(`Records of ${name} can be changed within an hour, also while us-east-1 is away.`)
        : todo(
            `Accelerated recovery of the zone ${name} is ${status}: while us-east-1 is away no record can be changed. The switch needs none.`,
            `aws route53 update-hosted-zone-features --hosted-zone-id ${id} --enable-accelerated-recovery`,
          );
    },
  },
  {
    name: 'mail',
    looksAt:
      'that SES is out of its sandbox, or has verified recipients where `mail.sandbox` says so; that it sends and is not looked into, knows the domain, and may send enough',
    ifNot: 'ask for production access (SES → Account dashboard), and for a higher daily quota if it is too low',
    concerns: ({ mail }) => mail !== undefined,
    async run({ ask, settings, needs }) {
      const region = needs.home;
      const answer = await ask({ service: 'ses', operation: 'GetAccount', region });
      if (!answer.ok) return unanswered(answer);
      const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota = {} } = answer.value;
      if (!SendingEnabled || EnforcementStatus === 'SHUTDOWN')
        return todo('SES has stopped the account’s sending.', 'Read AWS’s mail about it, and answer.');
      if (EnforcementStatus === 'PROBATION')
        return todo('SES looks into the account, and may stop its sending.', 'Read AWS’s mail about it, and answer.');
      if (!ProductionAccessEnabled && !settings.mail?.sandbox)
        return todo(
          'SES is in its sandbox: it sends to addresses that were verified one by one, and to nobody else.',
          'Ask for production access, some days before.',
        );
      const domain = settings.mail?.sender.split('@')[1]?.toLowerCase() ?? '';
      const identity = await ask({
        service: 'ses',
        operation: 'GetEmailIdentity',
        region,
        input: { EmailIdentity: domain },
      });
      if (!identity.ok)
        return identity.fault === 'NotFoundException'
          ? todo(`SES does not know ${domain} yet.`, 'Deploy the stage: it writes the records.')
          : unanswered(identity);
      if (!identity.value.VerifiedForSendingStatus)
        return todo(`SES has not verified ${domain}.`, 'Look in SES → Identities which record it waits for.');
      if (!ProductionAccessEnabled)
        return toVerified(await ask({ service: 'ses', operation: 'ListEmailIdentities', region }), domain);
      const { Max24HourSend: aDay = 0, MaxSendRate: aSecond = 0, SentLast24Hours: sent = 0 } = SendQuota;
      // AWS's word for no limit.
      const enough = (may: number, need: number) => may === -1 || may >= need;
      if (enough(aDay, needs.mailsADay) && !enough(aDay, needs.mailsADay + sent))
        return todo(
          `SES sends ${whole(aDay)} mails a day, and ${whole(sent)} went since yesterday: ${whole(aDay - sent)} are left, and this audience may need ${whole(needs.mailsADay)}.`,
          'Ask for more in Service Quotas (SES), or wait until tomorrow.',
        );
      return enough(aDay, needs.mailsADay) && enough(aSecond, needs.mailsASecond)
        ? ready(`SES sends ${whole(aDay)} mails a day, ${whole(aSecond)} a second.`)
        : todo(
            `SES sends ${whole(aDay)} mails a day and ${whole(aSecond)} a second; this audience may need ${whole(needs.mailsADay)} and ${whole(needs.mailsASecond)}.`,
            'Ask for more in Service Quotas (SES), or expect mails about orders to come late.',
          );
    },
  },
  {
    name: 'fallback',
    looksAt:
      'that the fallback answers as fans reach it with the switch on: by the name of the site, with a certificate for it',
    ifNot: 'let it answer to `domainName` with a certificate for it, or mend `fallback.hostName`',
    async run({ ask, settings, needs }) {
      const place = { at: `https://${settings.fallback.hostName}`, as: settings.domainName };
      const answer = await ask({ service: 'fallback', operation: 'Get', region: needs.home, input: place });
      if (!answer.ok) return unanswered(answer);
      const reached = answer.value as FallbackAnswer;
      const { good, says } = fallbackReached(reached, place);
      if (good) return ready(says);
      // A wrong certificate is the fallback's own; no way to it may be that of this machine.
      return 'fault' in reached && !/^(?:ERR_TLS|CERT_|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED|ENOTFOUND)/.test(reached.fault)
        ? unasked(says, 'Try it from another network. The stage itself asks every hour.')
        : todo(says, 'Open it with the switch on, and mend its name or its certificate.');
    },
  },
];

/** In its sandbox SES writes to verified recipients alone. A stage that says so needs one besides its own domain. */
function toVerified(answer: AccountAnswer, domain: string): CheckOutcome {
  if (!answer.ok) return unanswered(answer);
  const all: readonly { IdentityName?: string; VerificationStatus?: string }[] = answer.value.EmailIdentities ?? [];
  const { length } = all.filter((one) => one.IdentityName !== domain && one.VerificationStatus === 'SUCCESS');
  return length > 0
    ? ready(
        `SES is in its sandbox, as the stage’s file says: it writes to recipients of ${whole(length)} verified identities alone.`,
      )
    : todo(
        'SES is in its sandbox, and no recipient is verified: nobody gets a mail.',
        'Verify the testers’ addresses (SES → Identities).',
      );
}
