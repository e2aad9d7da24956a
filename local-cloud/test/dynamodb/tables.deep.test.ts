import { afterAll, test } from '@jest/globals';
import { findDynamoDbLocal } from '../../dynamodb/dynamodb-local-engine.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { tablesOn } from './tables-on-engine.ts';

afterAll(() => removeTemporaryFolders());

const folder = process.env.DYNAMODB_LOCAL_DIR;
const found = findDynamoDbLocal(folder);

if (found.ok) tablesOn('dynamodb-local', folder);
else if (process.env.CI === undefined) test.skip(found.problem, () => undefined);
else throw new Error(found.problem);
