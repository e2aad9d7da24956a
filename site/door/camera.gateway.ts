import decodeQR from 'qr/decode.js';

/*
 * The camera and its picture: about eight looks a second, read by the browser where it can read codes, else by a
 * library. Nothing is recorded, and no picture leaves the device.
 */

export interface Camera {
  /** Undefined where the camera has no light. */
  readonly torch: ((on: boolean) => Promise<void>) | undefined;
  stop(): void;
}

export type OpenedCamera =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly why: 'refused' | 'none' };

const everyMs = 125;
/** Side of the square that is searched, in the middle of the picture: a code held into the frame fills half of it. */
const searched = 640;

/** Shows the camera in `video` and tells `onCode` each code it sees, again and again while it sees it. */
export async function openCamera(video: HTMLVideoElement, onCode: (code: string) => void): Promise<OpenedCamera> {
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, why: 'none' };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return { ok: false, why: error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none' };
  }
  video.srcObject = stream;
  await video.play();
  const read = await openReader();
  let running = true;
  const next = async () => {
    if (!running) return;
    const code = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video) : undefined;
    if (!running) return;
    if (code !== undefined) onCode(code);
    window.setTimeout(() => void next(), everyMs);
  };
  void next();
  const [track] = stream.getVideoTracks();
  const hasLight = Boolean((track?.getCapabilities?.() as { torch?: boolean } | undefined)?.torch);
  return {
    ok: true,
    camera: {
      torch:
        track && hasLight
          ? (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
          : undefined,
      stop: () => {
        running = false;
        for (const each of stream.getTracks()) each.stop();
        video.srcObject = null;
      },
    },
  };
}

type Reader = (video: HTMLVideoElement) => Promise<string | undefined>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

async function openReader(): Promise<Reader> {
  const { BarcodeDetector: kind } = globalThis as { BarcodeDetector?: DetectorKind };
  if (kind && (await kind.getSupportedFormats()).includes('qr_code')) {
    const detector = new kind({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const canvas = document.createElement('canvas');
  canvas.width = searched;
  canvas.height = searched;
  const picture = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (!picture || side === 0) return undefined;
    const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
    picture.drawImage(video, left, top, side, side, 0, 0, searched, searched);
    try {
      return decodeQR(picture.getImageData(0, 0, searched, searched));
    } catch {
      // How the library says that it sees no code.
      return undefined;
    }
  };
}
