/** The environment variables of a function: Lambda's own, the template's, and the way to the local services. */

export interface EnvironmentInput {
  /** They name the function's role to every service. */
  readonly credentials: { readonly id: string; readonly secret: string; readonly token: string };
  readonly name: string;
  readonly region: string;
  readonly memoryMb: number;
  readonly handler: string;
  readonly taskRoot: string;
  readonly runtime: string;
  readonly variables: Readonly<Record<string, string>>;
  /** By service id in upper snake case. */
  readonly endpoints: ReadonlyMap<string, string>;
  /** The address for services that the local cloud does not run, so that no call ever leaves the machine. */
  readonly otherwise: string;
}

export const functionEnvironment = (input: EnvironmentInput): Readonly<Record<string, string>> => ({
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  AWS_REGION: input.region,
  AWS_DEFAULT_REGION: input.region,
  // Credentials that no AWS account knows; the files that could hold real ones are not looked at.
  AWS_ACCESS_KEY_ID: input.credentials.id,
  AWS_SECRET_ACCESS_KEY: input.credentials.secret,
  AWS_SESSION_TOKEN: input.credentials.token,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_EXECUTION_ENV: `AWS_Lambda_${input.runtime}`,
  AWS_LAMBDA_FUNCTION_NAME: input.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(input.memoryMb),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${input.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  LAMBDA_TASK_ROOT: input.taskRoot,
  _HANDLER: input.handler,
  ...input.variables,
  // There is no X-Ray daemon to send traces to.
  POWERTOOLS_TRACE_ENABLED: 'false',
  AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
  LOCAL_CLOUD: '1',
  AWS_ENDPOINT_URL: input.otherwise,
  ...Object.fromEntries([...input.endpoints].map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
});
