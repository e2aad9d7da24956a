import { dynalite } from '../../engines.ts';
import { lineOn } from './line-on-engine.ts';

lineOn(dynalite);
