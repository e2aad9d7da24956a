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

export interface EdgeFunctionsProps {
  /** Names the functions, which are unique in the account. */
  readonly stage: string;
  /** Folder of the built functions. */
  readonly built: string;
  /** A JSON object of key id to secret. */
  readonly passKeys: string;
  /** A JSON object of language to the HTML of the page for addresses that are none. */
  readonly notFoundPages: string;
}

/** The functions that look at each request before it costs anything. */
export class EdgeFunctions extends Construct {
  /** Checks the pass and straightens the path of API requests. */
  readonly beforeApi: FunctionAssociation;
  /** Finds the page for a clean path, and refuses hot links. */
  readonly beforeSite: FunctionAssociation;

  constructor(scope: Construct, id: string, { stage, built, passKeys, notFoundPages }: EdgeFunctionsProps) {
    super(scope, id);
    const onRequest = (functionId: string, code: string): FunctionAssociation => ({
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, functionId, {
        functionName: `Stampede-${stage}-${functionId}`,
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    });
    /** The built function, with JSON in the place of the word that the build left in it (edge/build.ts). */
    const source = (name: string, word: string, json: string): string => {
      const path = join(built, `${name}.js`);
      const [before, after, ...more] = readFileSync(path, 'utf8').split(word);
      if (before === undefined || after === undefined || more.length > 0) {
        throw new Error(`${path} must have ${word} in it, once`);
      }
      return before + json + after;
    };
    this.beforeApi = onRequest('BeforeApi', source('viewer-request-api', '__PASS_KEYS__', passKeys));
    this.beforeSite = onRequest('BeforeSite', source('viewer-request-site', '__NOT_FOUND_PAGES__', notFoundPages));
  }
}
