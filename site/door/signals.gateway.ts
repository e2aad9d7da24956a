/** The sounds and shakes for a steward who does not look: one high tone to let in, two low ones to stop. */

let audio: AudioContext | undefined;

/** A page may sound only after somebody pressed something. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

export function signal(good: boolean): void {
  navigator.vibrate?.(good ? 80 : [220, 90, 220]);
  if (!audio) return;
  const tones = good ? [{ at: 0, pitch: 1320, long: 0.12 }] : [0, 0.3].map((at) => ({ at, pitch: 196, long: 0.22 }));
  for (const { at, pitch, long } of tones) {
    const begin = audio.currentTime + at;
    const tone = new OscillatorNode(audio, { type: good ? 'sine' : 'square', frequency: pitch });
    const loudness = new GainNode(audio, { gain: good ? 0.4 : 0.25 });
    tone.connect(loudness).connect(audio.destination);
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
