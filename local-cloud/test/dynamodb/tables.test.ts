import { afterAll, expect, test } from '@jest/globals';
import { findDynamoDbLocal } from '../../dynamodb/dynamodb-local-engine.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { tablesOn } from './tables-on-engine.ts';

afterAll(() => removeTemporaryFolders());

tablesOn('dynalite');

test('an engine that is not here is named in a sentence', () => {
  const found = findDynamoDbLocal(temporaryFolder());
  expect(found).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/DynamoDB Local needs (DynamoDBLocal\.jar|Java)/),
  });
});
