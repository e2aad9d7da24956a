import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IKeyValueStore,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { Settings } from '../../settings.ts';
import { type Filling, filledFunction, smallEnough } from './filled-function.ts';

export interface EdgeFunctionsProps {
  /** Names the functions, which are unique in the account. */
  readonly stage: string;
  /** Folder of the built functions. */
  readonly built: string;
  /** The keys of passes, by their ids. */
  readonly passKeys: IKeyValueStore;
  /** A JSON object of language to the HTML of the page for addresses that are none. */
  readonly notFoundPages: Filling;
  /** Hosts of other sites that may show files of this one. */
  readonly linkedFrom: Settings['linkedFrom'];
}

/** The functions that look at each request before it costs anything. */
export class EdgeFunctions extends Construct {
  /** Checks the pass and straightens the path of API requests. */
  readonly beforeApi: FunctionAssociation;
  /** Finds the page for a clean path, and refuses hot links. */
  readonly beforeSite: FunctionAssociation;

  constructor(scope: Construct, id: string, props: EdgeFunctionsProps) {
    super(scope, id);
    const { stage, built, passKeys, notFoundPages, linkedFrom } = props;
    const onRequest = (functionId: string, code: string, keyValueStore?: IKeyValueStore): FunctionAssociation => ({
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, functionId, {
        functionName: `Stampede-${stage}-${functionId}`,
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
        ...(keyValueStore && { keyValueStore }),
      }),
    });
    const textOf = (name: string) => readFileSync(join(built, `${name}.js`), 'utf8');
    this.beforeApi = onRequest('BeforeApi', smallEnough('viewer-request-api', textOf('viewer-request-api')), passKeys);
    const name = 'viewer-request-site';
    const welcome = JSON.stringify(linkedFrom === 'anywhere' ? null : linkedFrom);
    const linked = { json: welcome, bytes: Buffer.byteLength(welcome) };
    const linkable = filledFunction(name, textOf(name), '__LINKED_FROM__', linked);
    const site = filledFunction(name, linkable, '__NOT_FOUND_PAGES__', notFoundPages);
    this.beforeSite = onRequest('BeforeSite', site);
  }
}
