import type { FoundCloud } from '../cloud.gateway.ts';
import { type Site, toApi } from '../site.ts';
import type { TroubleHand } from './coming-trouble.ts';

/* The hands that bring troubles over a local cloud. */

/** Stops functions where they are, by a part of their name, as `local-cloud/lambda/stand-still.ts` has it. */
export const standStill =
  ({ endpoints }: FoundCloud, part: string): TroubleHand =>
  async ({ endsAt }, clock) => {
    const answer = await fetch(new URL('/stand-still.json', endpoints.LAMBDA), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: part, ms: Math.max(1, endsAt - clock.now()) }),
    });
    if (!answer.ok) throw new Error(`${part} does not stand still: ${await answer.text()}`);
  };

/** From so many threads at once a program tries to join, each a few times a second, by numbers that it makes up. */
const botsAtOnce = 4;
const botPauseMs = 250;

/** Programs that try to join, without a mark of a browser. They are answered like anybody. */
export const sendBots =
  (site: Site, onSale: string): TroubleHand =>
  async ({ endsAt }, clock) => {
    const bot = async (n: number): Promise<void> => {
      for (let tried = 0; clock.now() < endsAt; tried += 1) {
        await site.ask({
          step: 'join',
          ...toApi('POST lines/{onSale}/join', { onSale }),
          headers: { 'user-agent': 'python-requests/2.31', 'accept-language': '', 'sec-fetch-site': '' },
          body: { member: `${900_000 + n * 10_000 + tried}`, postcode: 'BT1 1AA' },
        });
        await clock.wait(botPauseMs);
      }
    };
    await Promise.all(Array.from({ length: botsAtOnce }, (_, n) => bot(n)));
  };
