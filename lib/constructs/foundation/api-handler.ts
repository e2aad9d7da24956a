import { Duration } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { handlers, needsSignIn } from '../../../contracts/handlers.ts';
import { acknowledge } from './acknowledge.ts';
import { constructId, type Grants, type RoutedHandler, routeOf } from './grant.ts';
import type { Foundation } from './ground.ts';
import { LiveAlias } from './live-alias.ts';
import { NodeLambda } from './node-lambda.ts';

export interface ApiHandlerProps<Name extends RoutedHandler> {
  readonly foundation: Foundation;
  /** A grant for every variable of the handler. */
  readonly told: Grants<Name>;
}

/** A handler behind its route of the API. Both come from the handlers table. */
export class ApiHandler<Name extends RoutedHandler> extends Construct {
  /** Its function, for the one who provides instances of it. */
  readonly function: LambdaFunction;

  constructor(scope: Construct, name: Name, { foundation, told }: ApiHandlerProps<Name>) {
    super(scope, `${constructId(name)}Api`);
    const lambda = new NodeLambda(this, name, {
      ground: foundation,
      told,
      // The slowest honest answer is a first call with a cold start, about a second. Beyond ten the fan has
      // tried again, and what is still running only takes room from those who come next.
      timeout: Duration.seconds(10),
    });
    this.function = lambda.function;
    const path = routeOf(name);
    const live = new LiveAlias(lambda, {
      ground: foundation,
      of: lambda.function,
      alarms: foundation.api.alarms,
      invokedBy: 'many',
    });
    const row = handlers[name];
    const forStaff = needsSignIn('needs' in row ? row.needs : undefined);
    const route = new HttpRoute(this, 'Route', {
      httpApi: foundation.api.httpApi,
      routeKey: routeKey(path),
      integration: new HttpLambdaIntegration('Integration', live.alias),
      ...(forStaff && { authorizer: foundation.api.forStaff, authorizationScopes: [foundation.signIn.scope] }),
    });
    const checksItself = {
      'AwsSolutions-APIG4':
        'The handler itself checks who asks: the origin secret first, then the receipt, pass, order key or right of a device ' +
        'that this route needs (fans have no accounts).',
    };
    if (!forStaff) acknowledge(route, checksItself);
    foundation.api.routes.comesNext(route);
  }
}

function routeKey(route: string): HttpRouteKey {
  if (route === '$default') return HttpRouteKey.DEFAULT;
  const [method = '', path = ''] = route.split(' ');
  return HttpRouteKey.with(path, HttpMethod[method as keyof typeof HttpMethod]);
}
