/**
 * The sounds and shakes for a steward who does not look: one high tone to let in, three of the middle to look and decide,
 * two low ones to stop.
 */

let audio: AudioContext | undefined;

/** A page may sound only after somebody pressed something. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

export type Signal = 'in' | 'ask' | 'stop';

/** The shakes and tones of each: pitches in hertz, moments and lengths in seconds. */
const signals = {
  in: { shakes: 80, type: 'sine', loudness: 0.4, long: 0.12, tones: [{ at: 0, pitch: 1320 }] },
  ask: {
    shakes: [60, 60, 60, 60, 60],
    type: 'triangle',
    loudness: 0.5,
    long: 0.14,
    tones: [
      { at: 0, pitch: 660 },
      { at: 0.17, pitch: 880 },
      { at: 0.34, pitch: 660 },
    ],
  },
  stop: {
    shakes: [220, 90, 220],
    type: 'square',
    loudness: 0.25,
    long: 0.22,
    tones: [
      { at: 0, pitch: 196 },
      { at: 0.3, pitch: 196 },
    ],
  },
} as const;

export function signal(what: Signal): void {
  const { shakes, type, loudness, long, tones } = signals[what];
  navigator.vibrate?.(typeof shakes === 'number' ? shakes : [...shakes]);
  if (!audio) return;
  for (const { at, pitch } of tones) {
    const begin = audio.currentTime + at;
    const tone = new OscillatorNode(audio, { type, frequency: pitch });
    tone.connect(new GainNode(audio, { gain: loudness })).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + long);
  }
}

/** Keeps the screen on while the door is open; browsers let go of it when the page is hidden. */
export async function stayAwake(): Promise<void> {
  try {
    await navigator.wakeLock?.request('screen');
  } catch {
    // A battery nearly empty refuses: the screen then sleeps as it always would.
  }
}
