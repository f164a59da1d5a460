import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRounds } from './rounds.ts';

const uur = 3_600_000;

/** Rounds that last until the test ends them; counts those that began. */
function proefrondes(intervalMs: number) {
  const begonnen: (() => void)[] = [];
  const rondes = createRounds(() => new Promise((klaar) => begonnen.push(klaar)), intervalMs);
  const begin = (aantal: number) => expect.poll(() => begonnen.length).toBe(aantal);
  return { ...rondes, begonnen, begin };
}

it('the first round comes at once, the next an interval after it was done', async () => {
  const { begonnen, begin, stop } = proefrondes(10);
  await begin(1);
  await pause(100);
  expect(begonnen).toHaveLength(1);
  begonnen[0]?.();
  await begin(2);
  begonnen[1]?.();
  await stop();
});

it('who is in a hurry does not wait for the interval, and a burst is one round', async () => {
  const { begonnen, begin, hurry, stop } = proefrondes(uur);
  await begin(1);
  begonnen[0]?.();
  await pause(0);
  for (let i = 0; i < 5; i += 1) hurry();
  await begin(2);
  begonnen[1]?.();
  await pause(100);
  expect(begonnen).toHaveLength(2);
  await stop();
});

it('who is in a hurry during a round gets one right after it', async () => {
  const { begonnen, begin, hurry, stop } = proefrondes(uur);
  await begin(1);
  hurry();
  hurry();
  await pause(100);
  expect(begonnen).toHaveLength(1);
  begonnen[0]?.();
  await begin(2);
  begonnen[1]?.();
  await pause(100);
  expect(begonnen).toHaveLength(2);
  await stop();
});

it('stop waits for the round under way, and no other comes', async () => {
  const { begonnen, begin, hurry, stop } = proefrondes(10);
  await begin(1);
  let gestopt = false;
  const einde = stop().then(() => {
    gestopt = true;
  });
  hurry();
  await pause(50);
  expect(gestopt).toBe(false);
  begonnen[0]?.();
  await einde;
  hurry();
  await pause(100);
  expect(begonnen).toHaveLength(1);
});
