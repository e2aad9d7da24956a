import type { Signals } from '../../kept.store.ts';

/*
 * Notification, sound and vibration. They are asked for by a tap and never before. Each is tried out with that tap, so
 * that the fan knows now what will happen then. The sound is made here; there is no file to load.
 */

let audio: AudioContext | undefined;

/** Whether the browser lets us; an allowed signal is played once. */
export async function allow(kind: keyof Signals): Promise<boolean> {
  if (kind === 'vibrate') return vibrate();
  if (kind === 'sound') return chime();
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted' && notify(document.title);
}

/** All that is switched on. */
export function ring(signals: Signals, text: string): void {
  if (signals.notify) notify(text);
  if (signals.vibrate) vibrate();
  if (signals.sound) void chime();
}

function notify(text: string): boolean {
  try {
    const shown = new Notification(text, { icon: '/favicon.svg', tag: 'stampede', requireInteraction: true });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
    return true;
  } catch {
    // Phones take notifications from installed pages only, and say so by throwing.
    return false;
  }
}

function vibrate(): boolean {
  return navigator.vibrate?.([300, 150, 300]) ?? false;
}

/** The three strokes before a curtain rises. */
async function chime(): Promise<boolean> {
  if (!('AudioContext' in window)) return false;
  audio ??= new AudioContext();
  await audio.resume();
  for (const stroke of [0, 1, 2]) {
    const at = audio.currentTime + stroke * 0.45;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = stroke === 2 ? 784 : 523;
    volume.gain.setValueAtTime(0.4, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 1);
  }
  return true;
}
