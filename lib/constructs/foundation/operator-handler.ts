import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { constructId, type Grants, type HandlersBy } from './grant.ts';
import type { Ground } from './ground.ts';
import { NodeLambda } from './node-lambda.ts';
import { openToOperators } from './operators-tag.ts';

export interface OperatorHandlerProps<Name extends HandlersBy<'operator'>> {
  readonly ground: Ground;
  /** A grant for every variable of the handler. */
  readonly told: Grants<Name>;
  /**
   * Megabytes.
   * @default - as every handler
   */
  readonly memory?: number;
}

/**
 * A handler that operators invoke by hand (`lambda:InvokeFunction`). The stack's output `<Handler>Function` is its
 * name. It raises no alarm: the operator who invoked it reads its answer.
 */
export class OperatorHandler<Name extends HandlersBy<'operator'>> extends NodeLambda<Name> {
  constructor(scope: Construct, name: Name, { ground, told, memory }: OperatorHandlerProps<Name>) {
    super(scope, name, {
      ground,
      told,
      // The most in one call is 5,000 members: 200 batch writes of 25, some ten seconds. A season's publication is a
      // few hundred files. A call that takes a minute is stuck, and can be sent again.
      timeout: Duration.minutes(1),
      ...(memory !== undefined && { memory }),
    });
    openToOperators(this, ground.monitoring.stage);
    new CfnOutput(Stack.of(this), `${constructId(name)}Function`, { value: this.function.functionName });
  }
}
