import { test } from '@jest/globals';
import { invariantsHold } from './line-history.ts';

test('W1 to W6 hold at any interleaving, crash and retry, in 8 histories', () => invariantsHold(8));
