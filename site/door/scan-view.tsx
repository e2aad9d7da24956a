import type { Typed } from '../../rules/scanner-layouts.ts';
import { doorWords } from '../../words/en/door.ts';
import { Field, valuesOf } from '../elements/field.tsx';
import type { DoorState } from './door-state.ts';

const troubles = { refused: doorWords.cameraRefused, none: doorWords.cameraNone };

/** The camera's picture with the frame to hold a code into, and the field for everything else that reads codes. */
export function ScanView(props: {
  readonly state: DoorState;
  readonly onCamera: (video: HTMLVideoElement) => void;
  readonly onLight: () => void;
  readonly onCode: (typed: Typed) => void;
}) {
  const { state, onCamera, onLight, onCode } = props;
  const { camera, light } = state;
  const on = () => {
    const video = document.querySelector<HTMLVideoElement>('.door-camera video');
    if (video) onCamera(video);
  };
  return (
    <div class="door-scan">
      <div class={`door-camera door-camera-${camera}`}>
        <video playsInline muted aria-label={doorWords.scan} />
        {camera === 'on' ? (
          <p class="door-frame">
            <span>{doorWords.scan}</span>
          </p>
        ) : (
          <div class="door-dark">
            <p>
              {camera === 'refused' || camera === 'none'
                ? troubles[camera]
                : camera === 'asking'
                  ? doorWords.cameraAsking
                  : doorWords.cameraOff}
            </p>
            {camera !== 'asking' && camera !== 'none' && (
              <button type="button" class="button" onClick={on}>
                {doorWords.cameraOn}
              </button>
            )}
          </div>
        )}
        {light !== undefined && (
          <button type="button" class="button door-light" aria-pressed={light} onClick={onLight}>
            {light ? doorWords.torchOff : doorWords.torchOn}
          </button>
        )}
      </div>
      <form
        class="door-type"
        onSubmit={(submit) => {
          submit.preventDefault();
          const form = submit.currentTarget as HTMLFormElement;
          const { code = '' } = valuesOf(form);
          form.reset();
          onCode({ text: code, keys: '' });
        }}
      >
        <Field label={doorWords.code} hint={doorWords.codeHint} name="code" autocomplete="off" spellcheck={false} />
        <button type="submit" class="button button-quiet" aria-disabled={state.checking}>
          {state.checking ? doorWords.checking : doorWords.check}
        </button>
      </form>
    </div>
  );
}
