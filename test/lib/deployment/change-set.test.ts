import { describe, expect, test } from '@jest/globals';
import { changeRefusals } from '../../../lib/deployment/change-set.ts';
import { harmless, mayReplaceSecret, removesQueue, replacesIndex, replacesTable } from './change-sets.ts';

const stack = 'Stampede-north-Ordering';

describe('a change set', () => {
  test('that replaces a table is refused, with the property that does it', () => {
    expect(changeRefusals(stack, replacesTable)).toEqual([
      {
        sentence:
          'Stampede-north-Ordering/OrderBookOrdersTable110F9F1F (AWS::DynamoDB::GlobalTable) would be replaced, because ' +
          'KeySchema changes: the new one is empty, and what the old one holds is read by nobody.',
        phrase: 'replace Stampede-north-Ordering/OrderBookOrdersTable110F9F1F',
      },
    ]);
  });

  test('that may replace a secret counts as one that does', () => {
    const [refusal, ...others] = changeRefusals(stack, mayReplaceSecret);
    expect(others).toEqual([]);
    expect(refusal?.sentence).toMatch(/PassKeysRingSecret4273B165 .* may be replaced, because Name changes/);
  });

  test('that removes a queue is refused, although it would be retained', () => {
    expect(changeRefusals(stack, removesQueue)).toMatchObject([
      { phrase: 'remove Stampede-north-Ordering/HouseAsksQueue9DE28929' },
    ]);
  });

  test('of which CloudFormation cannot tell what it does to a bucket is refused', () => {
    const dynamic = [
      { ResourceChange: { Action: 'Dynamic', LogicalResourceId: 'Files', ResourceType: 'AWS::S3::Bucket' } },
    ];
    expect(changeRefusals(stack, dynamic)).toMatchObject([{ phrase: 'replace Stampede-north-Ordering/Files' }]);
  });

  test('of a usual release is let through: code, aliases, policies, a queue that is new', () => {
    expect(changeRefusals(stack, harmless)).toEqual([]);
  });

  test('says nothing of an index: the templates do', () => {
    expect(changeRefusals(stack, replacesIndex)).toEqual([]);
  });
});
