import { type CfnResource, type Resource, Stack } from 'aws-cdk-lib';
import { CfnIntegration, type HttpAuthorizer, type HttpRoute, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';

/**
 * API Gateway deploys by itself after each change of a route or an integration, and refuses another change meanwhile as
 * a concurrent modification. So each integration waits for the route before it, and there is one change at a time, also
 * when routes are taken away. Stacks follow one another anyway.
 *
 *   stage ◀─ authorizer ◀─ integration ◀─ route ◀─ integration ◀─ route …
 *               └─▶ permission: no request comes before the API may invoke the handler
 *
 * No alias, function or permission waits for a route: new versions are tried side by side.
 */
export class RouteChain {
  /** Of each stack the last route; of the API's own, what it begins with. */
  private readonly last = new Map<Stack, Resource>();

  constructor(stage: HttpStage, authorizer: HttpAuthorizer) {
    const first = authorizer.node.defaultChild as CfnResource;
    first.addResourceDependency(stage.node.defaultChild as CfnResource);
    this.last.set(Stack.of(stage), authorizer);
  }

  comesNext(route: HttpRoute): void {
    const stack = Stack.of(route);
    const before = this.last.get(stack);
    this.last.set(stack, route);
    const [integration, ...others] = route.node.findAll().filter(CfnIntegration.isCfnIntegration);
    if (!integration || others.length > 0) throw new Error(`${route.node.path} has not one integration`);
    for (const each of route.node.findAll())
      if (CfnPermission.isCfnPermission(each)) integration.addResourceDependency(each);
    if (before) integration.addResourceDependency(before.node.defaultChild as CfnResource);
  }
}
