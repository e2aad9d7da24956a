/* StackChange sets in the shape that `DescribeChangeSet` documents, as CloudFormation makes them of the platform's own stacks. */

const modify = (id: string, type: string, replacement: string, details: readonly object[]) => ({
  Type: 'Resource',
  ResourceChange: {
    PolicyAction: replacement === 'True' ? 'ReplaceAndRetain' : undefined,
    Action: 'Modify',
    LogicalResourceId: id,
    PhysicalResourceId: `Stampede-north-${id}`,
    ResourceType: type,
    Replacement: replacement,
    Scope: ['Properties'],
    Details: details,
  },
});

const detail = (name: string, recreation: 'Never' | 'Conditionally' | 'Always') => ({
  Target: { Attribute: 'Properties', Name: name, RequiresRecreation: recreation },
  Evaluation: 'Static',
  ChangeSource: 'DirectModification',
});

const table = 'AWS::DynamoDB::GlobalTable';

/** The keys of a table are others. */
export const replacesTable = [
  modify('OrderBookOrdersTable110F9F1F', table, 'True', [detail('KeySchema', 'Always'), detail('Tags', 'Never')]),
];

/** An index has other keys: a change set says no more than that the table is modified. */
export const replacesIndex = [
  modify('OrderBookOrdersTable110F9F1F', table, 'False', [detail('GlobalSecondaryIndexes', 'Never')]),
];

export const removesQueue = [
  {
    Type: 'Resource',
    ResourceChange: {
      PolicyAction: 'Retain',
      Action: 'Remove',
      LogicalResourceId: 'HouseAsksQueue9DE28929',
      PhysicalResourceId: 'https://sqs.eu-west-2.amazonaws.com/111122223333/Stampede-north-HouseAsksQueue.fifo',
      ResourceType: 'AWS::SQS::Queue',
      Scope: [],
      Details: [],
    },
  },
];

export const mayReplaceSecret = [
  modify('PassKeysRingSecret4273B165', 'AWS::SecretsManager::Secret', 'Conditional', [detail('Name', 'Conditionally')]),
];

/** A release as most are: new code, new versions, an alias that moves, and a policy that is replaced. */
export const harmless = [
  modify('JoinLineFunctionA1B2C3D4', 'AWS::Lambda::Function', 'False', [detail('Code', 'Never')]),
  modify('JoinLineLiveAlias11223344', 'AWS::Lambda::Alias', 'False', [detail('FunctionVersion', 'Never')]),
  modify('JoinLinePermission55667788', 'AWS::Lambda::Permission', 'True', [detail('FunctionName', 'Always')]),
  modify('OrderBookOrdersTable110F9F1F', table, 'False', [detail('Tags', 'Never')]),
  {
    Type: 'Resource',
    ResourceChange: { Action: 'Add', LogicalResourceId: 'NewQueue', ResourceType: 'AWS::SQS::Queue', Details: [] },
  },
  {
    Type: 'Resource',
    ResourceChange: {
      Action: 'Remove',
      LogicalResourceId: 'JoinLineFunctionCurrentVersion1',
      ResourceType: 'AWS::Lambda::Version',
      PolicyAction: 'Retain',
      Details: [],
    },
  },
];
