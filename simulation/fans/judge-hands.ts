import { judgePlace } from '../../lambdas/waiting-room/place/judge-place.ts';
import { type Morning, onSale } from '../morning.ts';

const judgements = ['slow', 'remove', 'restore'] as const;

/** Staff look at a place now and then, and slow it, remove it, or make it an ordinary one again. All are restored in the end. */
export async function judgeNowAndThen(morning: Morning, fans: readonly string[], isOver: () => boolean): Promise<void> {
  const { chance } = morning.of;
  if (!chance.happens(0.5)) return;
  const judged = new Set<string>();
  while (!isOver() && !morning.cloud.calm) {
    await morning.wait(chance.wait(20_000));
    const fan = fans[chance.whole(0, fans.length - 1)] as string;
    judged.add(fan);
    await judge(morning, fan, judgements[chance.weighted([3, 2, 2])] ?? 'restore');
  }
  if (!isOver()) for (const fan of judged) await judge(morning, fan, 'restore');
}

async function judge(morning: Morning, fan: string, judgement: (typeof judgements)[number]): Promise<void> {
  await morning.ask('staff', `${judgement} the place of ${morning.named(fan)}`, (api, now) =>
    judgePlace(
      { lines: api.turnLine, fans: api.fans, shoppers: api.shoppers, appeals: api.appeals, marks: api.marks },
      { onSale, fan, judgement, role: 'ops', reason: 'looked at it' },
      now,
    ),
  );
}
