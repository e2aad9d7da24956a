/**
 * The shape of a resource kind, as the local cloud uses it.
 *
 * The engine walks the synthesized templates in dependency order. For every resource it finds the kind that knows its
 * CloudFormation type, and hands it the properties with all intrinsics resolved. It keeps the result of the kind: the
 * value of `Ref`, the attributes of `Fn::GetAtt`, and how to open, start and stop it. A resource is made in memory, so
 * that all that is refused is known before anything begins:
 *
 *     make every resource ──▶ open each ──▶ start each ──▶ … ──▶ stop each, the last first
 *            └─▶ refusals: nothing is opened
 */
import type { AwsApis } from './http/aws-apis.ts';
import type { Iam } from './iam/iam.ts';
import type { Refuse } from './refused.ts';

/** A plain HTTP request inside the local cloud. Header names are lower case; `query` has no leading `?`. */
export interface HostRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly clientIp: string;
  /** ARN of the distribution that signed the request (origin access control); absent when nobody did. */
  readonly signedBy?: string;
}

/** A plain HTTP response inside the local cloud. Header names are lower case. */
export interface HostResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Values of `set-cookie`, one header each; absent when there are none. */
  readonly cookies?: readonly string[];
  readonly body: Buffer;
}

/** Something that answers requests for one domain name: an HTTP API, a bucket, a distribution. */
export type Host = (request: HostRequest) => Promise<HostResponse>;

/** One resource of a template, its intrinsics resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Of the stack the resource stands in, e.g. `eu-west-2`. */
  readonly region: string;
  /** Says what of it is not run here, and lets the reading go on. */
  readonly refuse: Refuse;
}

/** The result of a kind for one resource. */
export interface Made {
  /** The value of `Ref`. */
  readonly ref: string;
  /** The values of `Fn::GetAtt`, by attribute name (`Endpoint.Address` style names stay whole). */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Runs once every resource of every stack is made, in their order: files, tables, listeners. */
  readonly open?: () => Promise<void>;
  /** Runs once all are open: polling, schedules. */
  readonly start?: () => Promise<void>;
  /** Stops what was opened and started, if it was, and finishes work in flight. Never throws for being called twice. */
  readonly stop?: () => Promise<void>;
}

/** The work of the local cloud for one CloudFormation type. */
export interface Kind {
  readonly type: string;
  /**
   * Reads what the template says, refuses what is not run, and fills the maps of the cloud. Writes no file and opens no
   * port: that is for `open`.
   */
  readonly make: (resource: Resource, cloud: Cloud) => Made;
}

/** An address a person or program may open, printed at the start and kept in `<state>/local.json`. */
export interface Address {
  readonly name: string;
  readonly url: string;
}

/** Everything that kinds share. One per running local cloud; no module-level state anywhere. */
export interface Cloud {
  /** Folder of the cloud assembly (`cdk.out`), absolute. */
  readonly assembly: string;
  /** Folder that survives a restart (`.stampede`), absolute. */
  readonly state: string;
  readonly account: string;
  /** Answers by domain name: `<id>.execute-api.<region>.amazonaws.com`, `<bucket>.s3.<region>.amazonaws.com`, `<id>.cloudfront.net`. */
  readonly hosts: Map<string, Host>;
  /** Resources by ARN, for kinds that are referred to by ARN or id: functions, queues, cache policies, key-value stores. */
  readonly registry: Map<string, unknown>;
  readonly addresses: Address[];
  /** The AWS APIs that run in this process. */
  readonly apis: AwsApis;
  /** Decides who may do what. */
  readonly iam: Iam;
  /** Endpoints of the emulated services by the SDK's service id in upper snake case: `DYNAMODB`, `SQS`, `S3`, `SECRETS_MANAGER`, `LAMBDA`. Every Lambda gets them as `AWS_ENDPOINT_URL_<ID>`. */
  readonly endpoints: Map<string, string>;
  /** Folder of an asset by its hash (the asset manifest's source path), absolute; undefined if the assembly has no such asset. */
  readonly assetPath: (hash: string) => string | undefined;
  /** Port to listen on for the named listener; a preferred one where it is free, else any free one. */
  readonly portFor: (name: string) => Promise<number>;
  /** One line to `<state>/logs/<source>.log`, and to the terminal when verbose. */
  readonly log: (source: string, line: string) => void;
}
