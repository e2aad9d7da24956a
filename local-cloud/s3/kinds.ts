import { faultsOf } from '../faults/faults.ts';
import { policyOf } from '../iam/policy.ts';
import type { Kind, Resource } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { bucketDeployment } from './bucket-deployment.ts';
import { meetBucketFaults } from './bucket-faults.ts';
import { answerForBucket } from './bucket-host.ts';
import { keepBucket, objectServerOf } from './object-server.ts';
import { replicationRules } from './replication.ts';

const bucket: Kind = {
  type: 'AWS::S3::Bucket',
  make: (resource, cloud) => {
    const name = nameOf(resource);
    const arn = `arn:aws:s3:::${name}`;
    keepBucket(cloud, name);
    const faults = faultsOf(cloud);
    faults.register('bucket', name);
    const versioning = propertiesOf(resource).inside('VersioningConfiguration');
    const keepsVersions = versioning?.raw('Status') === 'Enabled';
    const copies = replicationRules(propertiesOf(resource));
    const domains = [`${name}.s3.${resource.region}.amazonaws.com`, `${name}.s3.amazonaws.com`];
    for (const domain of domains) {
      cloud.hosts.set(domain, async (request) => {
        const server = await objectServerOf(cloud);
        const slowDown = await meetBucketFaults(faults, name);
        if (slowDown !== undefined) {
          const headers = { 'content-type': 'application/xml' };
          return { status: 503, headers, body: Buffer.from(slowDown) };
        }
        return answerForBucket({ arn, gate: cloud.iam.gate, read: (key) => server.read(name, key) }, request);
      });
    }

    return {
      open: async () => {
        const server = await objectServerOf(cloud);
        server.createBucket(name);
        if (keepsVersions) server.keepVersions(name);
        if (copies.length > 0) server.replicate(name, copies);
      },
      ref: name,
      attributes: {
        Arn: arn,
        DomainName: `${name}.s3.amazonaws.com`,
        DualStackDomainName: `${name}.s3.dualstack.${resource.region}.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${resource.region}.amazonaws.com`,
        WebsiteURL: `http://${name}.s3-website-${resource.region}.amazonaws.com`,
      },
    };
  },
};

const bucketPolicy: Kind = {
  type: 'AWS::S3::BucketPolicy',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const name = properties.text('Bucket');
    const document = properties.inside('PolicyDocument') ?? properties.fail('PolicyDocument is missing');
    cloud.iam.book.addToResource(`arn:aws:s3:::${name}`, policyOf(resource.logicalId, document));
    return { ref: name, attributes: {} };
  },
};

/** `AWS::S3::Bucket`, `AWS::S3::BucketPolicy` and the CDK's bucket deployments. */
export const s3Kinds: Kind[] = [bucket, bucketPolicy, bucketDeployment];

/** The given name, else one made as CloudFormation makes it, but always the same for the same place. */
function nameOf(resource: Resource): string {
  const given = resource.properties.BucketName;
  if (typeof given === 'string') return given;
  const readable = `${resource.stack}-${resource.logicalId}`.toLowerCase().replace(/[^a-z0-9-]/g, '-');
  return `${readable.slice(0, 50).replace(/^-+|-+$/g, '')}-${stableId(resource, 12)}`;
}
