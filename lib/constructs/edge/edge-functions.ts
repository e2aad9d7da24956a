import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/** The word in the built function that the pass keys take the place of (edge/build.ts). */
const placeholder = '__PASS_KEYS__';

export interface EdgeFunctionsProps {
  /** Names the functions, which are unique in the account. */
  readonly stage: string;
  /** Folder of the built functions. */
  readonly built: string;
  /** A JSON object of key id to secret. */
  readonly passKeys: string;
}

/** The functions that look at each request before it costs anything. */
export class EdgeFunctions extends Construct {
  /** Checks the pass and straightens the path of API requests. */
  readonly beforeApi: FunctionAssociation;
  /** Finds the page for a clean path, and refuses hot links. */
  readonly beforeSite: FunctionAssociation;

  constructor(scope: Construct, id: string, { stage, built, passKeys }: EdgeFunctionsProps) {
    super(scope, id);
    const onRequest = (functionId: string, code: string): FunctionAssociation => ({
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, functionId, {
        functionName: `Stampede-${stage}-${functionId}`,
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    });
    const source = (name: string) => readFileSync(join(built, `${name}.js`), 'utf8');
    const [before, after, ...more] = source('viewer-request-api').split(placeholder);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`${built}/viewer-request-api.js must have ${placeholder} in it, once`);
    }
    this.beforeApi = onRequest('BeforeApi', before + passKeys + after);
    this.beforeSite = onRequest('BeforeSite', source('viewer-request-site'));
  }
}
