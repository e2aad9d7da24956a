import type { Page } from 'playwright-core';
import { handlers } from '../../../contracts/handlers.ts';
import { newestMinuteEnd, timedHandlers } from '../../../contracts/platform.ts';
import { watchedHere } from '../../../simulation/stage/watched-here.ts';
import type { Scene } from '../order/scenes.ts';
import type { Theatre } from '../theatre/theatre.ts';
import { openControlRoom, tendOnce } from './scenes.ts';

/* How the platform goes, as CloudWatch would measure it. */

const lambda = (FunctionName: string, name: string) => ({
  namespace: 'AWS/Lambda',
  name,
  dimensions: { FunctionName },
});
const { functions, namespace, queues, mailStage = '' } = watchedHere;

/** A minute of a morning that goes well. */
function measureCalm({ stage, time }: Theatre): number {
  const at = newestMinuteEnd(time.now) - 1;
  const { metrics } = stage.platform;
  for (const [index, name] of timedHandlers.entries())
    for (let call = 1; call <= 100; call += 1)
      metrics.measure(lambda(functions[name], 'Duration'), at, (12 + 7 * index) * (1 + call / 90));
  for (let mail = 0; mail < 71; mail += 1)
    metrics.measure({ namespace: 'AWS/SES', name: 'Send', dimensions: { stage: mailStage } }, at, 1);
  metrics.measure(
    { namespace: 'AWS/SQS', name: 'ApproximateAgeOfOldestMessage', dimensions: { QueueName: queues.asks.work } },
    at,
    1,
  );
  return at;
}

/** The allocator fails, so asks wait; a route fails too, and messages were set aside. */
function measureTrouble({ stage }: Theatre, at: number): void {
  const { metrics } = stage.platform;
  const ofQueue = (QueueName: string, name: string, value: number) =>
    metrics.measure({ namespace: 'AWS/SQS', name, dimensions: { QueueName } }, at, value);
  metrics.measure(lambda(functions['seating/allocate/allocate-seats'], 'Errors'), at, 12);
  ofQueue(queues.asks.work, 'ApproximateAgeOfOldestMessage', 48);
  ofQueue(queues.outcomes.dead, 'ApproximateNumberOfMessagesVisible', 3);
  const { route } = handlers['seating/ask/hold-seats'];
  metrics.measure({ namespace, name: 'RouteFailed', dimensions: { route } }, at, 7);
}

export async function openWithPlatform(scene: Scene, trouble = false): Promise<Page> {
  const at = measureCalm(scene.theatre);
  if (trouble) measureTrouble(scene.theatre, at);
  await tendOnce(scene.theatre);
  const page = await openControlRoom(scene);
  await page.getByRole('heading', { name: 'The platform' }).waitFor();
  return page;
}

export const platformScenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'control-platform': async (scene) =>
    (await openWithPlatform(scene)).getByRole('rowheader', { name: 'Join' }).waitFor(),
  'control-platform-trouble': async (scene) =>
    (await openWithPlatform(scene, true)).getByText('A part of the platform fails').waitFor(),
  'control-platform-away': async (scene) => {
    await scene.page.route('**/staff/platform', (route) => route.abort());
    const page = await openWithPlatform(scene);
    await page.getByText('The figures of the platform cannot be read').waitFor();
  },
  'control-platform-not-asked': async (scene) => {
    await scene.page.route('**/staff/platform', () => undefined);
    const page = await openWithPlatform(scene);
    await page.getByText('Nothing was asked yet').waitFor();
  },
};
