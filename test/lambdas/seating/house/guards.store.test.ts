import { dynalite } from '../../../engines.ts';
import { guardsOn } from './guards-on-engine.ts';

guardsOn(dynalite);
