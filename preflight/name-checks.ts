import { type AccountCheck, whole } from './check.ts';
import { ready, todo, unanswered } from './check-outcome.ts';
import { edgeRegion } from './needs.ts';

const bare = (name: string) => name.toLowerCase().replace(/\.$/, '');

export const nameChecks: readonly AccountCheck[] = [
  {
    name: 'hosted-zone',
    looksAt: 'that the zone is there, is public, and that the internet asks it',
    ifNot: 'write its four name servers at the registrar, or mend `hostedZone` in the stage’s file',
    async run({ ask, settings }) {
      const { id, name } = settings.hostedZone;
      const answer = await ask({
        service: 'route-53',
        operation: 'GetHostedZone',
        region: edgeRegion,
        input: { Id: id },
      });
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
    name: 'mail',
    looksAt: 'that SES is out of its sandbox, sends, knows the domain, and may send enough',
    ifNot: 'ask for production access (SES → Account dashboard), and for a higher daily quota if it is too low',
    concerns: ({ mail }) => mail !== undefined,
    async run({ ask, settings, needs }) {
      const region = needs.home;
      const answer = await ask({ service: 'ses', operation: 'GetAccount', region });
      if (!answer.ok) return unanswered(answer);
      const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota = {} } = answer.value;
      if (!SendingEnabled || EnforcementStatus === 'SHUTDOWN')
        return todo('SES has stopped the account’s sending.', 'Read AWS’s mail about it, and answer.');
      if (!ProductionAccessEnabled)
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
      const { Max24HourSend: aDay = 0, MaxSendRate: aSecond = 0 } = SendQuota;
      // AWS's word for no limit.
      const enough = (may: number, need: number) => may === -1 || may >= need;
      return enough(aDay, needs.mailsADay) && enough(aSecond, needs.mailsASecond)
        ? ready(`SES sends ${whole(aDay)} mails a day, ${whole(aSecond)} a second.`)
        : todo(
            `SES sends ${whole(aDay)} mails a day and ${whole(aSecond)} a second; this audience may need ${whole(needs.mailsADay)} and ${whole(needs.mailsASecond)}.`,
            'Ask for more in Service Quotas (SES), or expect mails about orders to come late.',
          );
    },
  },
];
