import type { FreezeFile } from '../../contracts/freeze.ts';
import { frozenBy } from '../../rules/freeze.ts';
import type { Read } from './live-lines.ts';
import type { DeployRefusal } from './refusal.ts';

/**
 * While the house is frozen nothing is deployed. The freeze is read as anybody reads it. A stage that was never frozen has
 * no such file; one whose file cannot be read may be frozen, and that is refused too.
 */
export function freezeRefusals(stage: string, freeze: Read<FreezeFile>, now: number): readonly DeployRefusal[] {
  if (freeze.is === 'missing') return [];
  if (freeze.is === 'unknown')
    return [
      {
        sentence: `Whether ${stage} is frozen cannot be told: the freeze cannot be read (${freeze.why}).`,
        phrase: `deploy ${stage} without knowing its freeze`,
      },
    ];
  const window = frozenBy(freeze.file, now);
  if (!window) return [];
  const until = new Date(window.until).toISOString().replace('.000Z', 'Z');
  return [
    {
      sentence: `${stage} is frozen for ${window.onSale} until ${until}. An owner can lift it, with a reason, at /control-room?on-sale=${window.onSale}#plan.`,
      phrase: `deploy ${stage} while it is frozen`,
    },
  ];
}
