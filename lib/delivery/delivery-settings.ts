import type { Settings } from '../settings.ts';

/** What the roles of the delivery pipeline are made of: one account, its stages, and the repository that may deliver to it. */
export interface DeliverySettings {
  /** `owner/name`, as GitHub spells it: a subject is compared letter by letter. */
  readonly repository: string;
  /** Only what is on this branch is planned and delivered. */
  readonly branch: string;
  readonly account: string;
  readonly stages: readonly string[];
  /** Where the administrator's stack stands. IAM itself has no region. */
  readonly home: string;
  /** Every region that a stage of this account has stacks in. */
  readonly regions: readonly string[];
  /** Arn of GitHub's provider, where the account has one already: it can have one alone. */
  readonly provider?: string;
}

export interface DeliveryContext {
  readonly repository?: unknown;
  readonly branch?: unknown;
  readonly provider?: unknown;
}

/** Where CloudFront's certificate and firewall must be. */
const edgeRegion = 'us-east-1';

/** @returns a sentence if they are wrong. */
export function readDeliverySettings(
  { repository, branch = 'main', provider }: DeliveryContext,
  stages: readonly Settings[],
): DeliverySettings | string {
  if (typeof repository !== 'string' || !/^[A-Za-z0-9-]+\/[\w.-]+$/.test(repository))
    return 'Name the repository as GitHub spells it: -c repository=<owner>/<name>';
  if (typeof branch !== 'string' || !/^[\w./-]+$/.test(branch)) return `-c branch=${branch} is no branch`;
  if (provider !== undefined && !/^arn:aws[\w-]*:iam::\d{12}:oidc-provider\/\S+$/.test(`${provider}`))
    return '-c provider= needs the arn of a provider, arn:aws:iam::<account>:oidc-provider/token.actions.githubusercontent.com';
  const [first] = stages;
  if (first === undefined) return 'Name the stages of this account: -c stage=<stage>,<stage>';
  // The roles are of one account. Whoever has credentials of another must not make them there by mistake.
  const nameless = stages.find(({ account }) => account === undefined);
  if (nameless) return `stages/${nameless.stage}.json does not say its account: a delivery needs to know it`;
  const accounts = [...new Set(stages.map(({ account }) => account))];
  if (accounts.length > 1)
    return `The stages stand in different accounts (${accounts.join(', ')}): run this once in each, with its own stages`;
  const [account = ''] = accounts;
  return {
    repository,
    branch,
    stages: stages.map(({ stage }) => stage),
    home: first.regions.home,
    regions: [...new Set([...stages.flatMap(({ regions }) => [regions.home, regions.standby]), edgeRegion])].sort(),
    account,
    ...(typeof provider === 'string' && { provider }),
  };
}
