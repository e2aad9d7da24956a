/**
 * The guards of a name at the edge: certificates and the web application firewall. They are declared, not run. A laptop
 * speaks plain HTTP, and all its fans come from one address. Any rule by address would refuse them within a second. A
 * template that synthesizes but would fail in AWS is refused here.
 */
import type { Kind, Resource } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';

const certificate: Kind = {
  type: 'AWS::CertificateManager::Certificate',
  make: (resource, cloud) => ({
    ref: `arn:aws:acm:${resource.region}:${cloud.account}:certificate/${stableId(resource, 32)}`,
    attributes: {},
  }),
};

/** `AWS::WAFv2::WebACL` and `IPSet` are named alike: `Ref` is `name|id|scope`. */
function firewallKind(type: string, path: string, more: Readonly<Record<string, unknown>> = {}): Kind {
  return {
    type,
    make: (resource, cloud) => {
      const properties = propertiesOf(resource);
      const scope = properties.text('Scope');
      if (scope === 'CLOUDFRONT' && resource.region !== 'us-east-1') {
        properties.refuse(`a ${type} for CloudFront must stand in us-east-1, not in ${resource.region}`);
      }
      const id = stableId(resource, 32);
      const name = properties.optionalText('Name') ?? `${resource.logicalId}-${id.slice(0, 12)}`;
      const place = scope === 'CLOUDFRONT' ? 'global' : 'regional';
      const arn = `arn:aws:wafv2:${resource.region}:${cloud.account}:${place}/${path}/${name}/${id}`;
      return { ref: `${name}|${id}|${scope}`, attributes: { Arn: arn, Id: id, ...more } };
    },
  };
}

/** Says only that one thing goes to another. */
function association(type: string, ref: (resource: Resource) => string): Kind {
  return { type, make: (resource) => ({ ref: ref(resource), attributes: {} }) };
}

export const guardKinds: Kind[] = [
  certificate,
  firewallKind('AWS::WAFv2::WebACL', 'webacl', { Capacity: 1, LabelNamespace: 'awswaf:local:webacl:' }),
  firewallKind('AWS::WAFv2::IPSet', 'ipset'),
  association('AWS::WAFv2::LoggingConfiguration', (resource) => propertiesOf(resource).text('ResourceArn')),
  association('AWS::WAFv2::WebACLAssociation', (resource) => stableId(resource, 32)),
];
