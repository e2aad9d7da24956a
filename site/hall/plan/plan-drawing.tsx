import { Component } from 'preact';
import { isByCapacity, type Plan, type PlanSeat, type PlanSection } from '../../../contracts/plan.ts';
import { hallWords } from '../../../words/en/hall.ts';
import { comfortable, hit, manySeats } from './detail.ts';
import { type Box, boxAround, type Point } from './geometry.ts';
import { frame, type Limits, middle, type Pixels, pan, reveal, scaleOf, seenIn, zoom } from './lens.ts';
import type { Mark } from './paint-marks.ts';
import { PlanButtons } from './plan-buttons.tsx';
import { PlanCanvas } from './plan-canvas.ts';
import { type Gestures, listen } from './plan-gestures.ts';
import { glide, halt } from './plan-glide.ts';
import { PlanLayer } from './plan-layer.tsx';
import { modelOf, type PlanModel, type SectionModel } from './plan-model.ts';
import { entrySeat } from './plan-reading.ts';
import { showTip } from './plan-tip.ts';
import { type Direction, type Step, walk, walkOf } from './seat-walk.ts';

export interface PlanProps {
  readonly plan: Plan;
  readonly taken: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  readonly picks: readonly string[];
  /** Whatever else is to be seen of a seat: mine and picked are among them. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Seats to bring into view; another array brings them again. */
  readonly attend: readonly string[];
  /** A price band that stands out from the others. */
  readonly category: string | undefined;
  readonly describe: (section: PlanSection, row: string, seat: PlanSeat) => string;
  readonly describeSection: (section: PlanSection) => string;
  readonly onSeat: (seat: PlanSeat) => void;
  readonly onStanding: (section: PlanSection) => void;
}

interface PlanState {
  /** The seat that the keyboard stands on. */
  readonly at: string | undefined;
  readonly whole: boolean;
  /** The layer over the picture comes after the first picture: nobody waits for what cannot be seen. */
  readonly layered: boolean;
}

/** In plans of so few seats every seat can be reached at any time; in others, those of one section. */
const allWithin = 1_500;

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The plan: a picture on a canvas, and over it what keyboard and screen reader meet. Zoomed and moved by fingers,
 * mouse, buttons and keys. A movement draws a frame and moves the layer; nothing of the page is made anew for it.
 * Long because view, fingers, keys and focus all turn on one state, which would be passed about in pieces.
 */
export class PlanDrawing extends Component<PlanProps, PlanState> {
  override state: PlanState = { at: undefined, whole: true, layered: false };
  readonly #model: PlanModel;
  readonly #limits: Limits;
  #steps: ReadonlyMap<string, Step> | undefined;
  #view: Box;
  #pixels: Pixels = { width: 360, height: 360 };
  #root: HTMLElement | null = null;
  #layer: HTMLElement | null = null;
  #tip: HTMLElement | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #picture: PlanCanvas | undefined;
  #ring: string | undefined;
  #lastTap: 'seat' | 'zoom' | 'nothing' = 'nothing';
  readonly #undo: (() => void)[] = [];

  constructor(props: PlanProps) {
    super(props);
    this.#model = modelOf(props.plan);
    this.#limits = { whole: this.#model.whole, least: this.#model.spacing * 8 };
    this.#view = this.#limits.whole;
  }

  override componentDidMount(): void {
    const root = this.#root as HTMLElement;
    this.#pixels = { width: root.clientWidth, height: root.clientHeight };
    this.#picture = new PlanCanvas(this.props.plan, this.#canvas as HTMLCanvasElement, this.#scene(), this.#pixels);
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === 0) return;
      this.#pixels = { width: root.clientWidth, height: root.clientHeight };
      this.#turn(this.#view);
    });
    observer.observe(root);
    this.#undo.push(
      () => observer.disconnect(),
      listen(root, this.#gestures),
      () => this.#picture?.stop(),
    );
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      const media = matchMedia(query);
      const dress = () => this.#picture?.dress();
      media.addEventListener('change', dress);
      this.#undo.push(() => media.removeEventListener('change', dress));
    }
    this.#turn(this.#view);
    const later = window.setTimeout(() => this.setState({ layered: true }), 0);
    this.#undo.push(() => window.clearTimeout(later));
    this.#attend();
  }

  /** The page is drawn anew every second for its clocks. What is said of seats changes with these alone. */
  override shouldComponentUpdate(next: PlanProps, state: PlanState): boolean {
    const now = this.props;
    return (
      state !== this.state ||
      next.plan !== now.plan ||
      next.taken !== now.taken ||
      next.mine !== now.mine ||
      next.picks !== now.picks ||
      next.marks !== now.marks ||
      next.attend !== now.attend ||
      next.category !== now.category
    );
  }

  override componentDidUpdate(before: PlanProps): void {
    this.#show();
    if (before.attend !== this.props.attend) this.#attend();
  }

  override componentWillUnmount(): void {
    halt();
    for (const undo of this.#undo) undo();
  }

  #attend(): void {
    const seats = this.props.attend.flatMap((id) => this.#model.placeOf(id)?.seat ?? []);
    if (seats.length === 0) return;
    const room = Math.max(this.#model.spacing * 6, this.#limits.whole.width * 0.08);
    this.#glideTo(frame(boxAround(seats, room), this.#limits));
  }

  #scene() {
    const { taken, category, marks } = this.props;
    return { view: this.#view, taken, category, marks, ring: this.#ring };
  }

  #show(): void {
    this.#picture?.show(this.#scene(), this.#pixels);
  }

  /** Looks at another part of the plan. */
  #turn(view: Box): void {
    this.#view = view;
    const seen = seenIn(view, this.#pixels);
    const scale = scaleOf(view, this.#pixels);
    if (this.#layer) {
      this.#layer.style.transform = `translate(${-seen.x * scale}px, ${-seen.y * scale}px) scale(${scale})`;
    }
    if (this.#root) this.#root.dataset.view = [view.x, view.y, view.width, view.height].map(Math.round).join(' ');
    const whole = view.width >= this.#limits.whole.width - 0.001;
    if (whole !== this.state.whole) this.setState({ whole });
    this.#show();
  }

  #glideTo(to: Box): void {
    glide(this.#view, to, (view) => this.#turn(view));
  }

  #seatPixels(view = this.#view): number {
    return this.#model.spacing * scaleOf(view, this.#pixels);
  }

  #point({ x, y }: Point): Point {
    const seen = seenIn(this.#view, this.#pixels);
    const scale = scaleOf(this.#view, this.#pixels);
    return { x: seen.x + x / scale, y: seen.y + y / scale };
  }

  #zoomBy(factor: number, around = middle(this.#view)): void {
    this.#glideTo(zoom(this.#view, factor, around, this.#limits));
  }

  /** The place a pointer means: the nearest, within half a seat or what a fingertip covers. */
  #placeAt(at: Point, within: number) {
    const { spacing, sections, find } = this.#model;
    const reach = Math.max(spacing * 0.75, within / 2 / scaleOf(this.#view, this.#pixels));
    const found = find(this.#point(at), reach);
    const section = found && sections[found.section];
    const seat = found && section?.seats[found.index];
    return section && seat ? { section, seat } : undefined;
  }

  readonly #gestures: Gestures = {
    onPan: (by) => {
      halt();
      const scale = scaleOf(this.#view, this.#pixels);
      this.#turn(pan(this.#view, { x: by.x / scale, y: by.y / scale }, this.#limits));
    },
    onZoom: (factor, around) => {
      halt();
      this.#turn(zoom(this.#view, factor, this.#point(around), this.#limits));
    },
    onTap: (at, within) => {
      const found = this.#placeAt(at, Math.max(within, hit.finger));
      this.#lastTap = 'nothing';
      if (found && isByCapacity(found.section.section)) {
        this.props.onStanding(found.section.section);
      } else if (found && this.#seatPixels() >= within) {
        this.#lastTap = 'seat';
        this.#ring = undefined;
        this.setState({ at: found.seat.id });
        this.props.onSeat(found.seat);
      } else if (found) {
        this.#lastTap = 'zoom';
        this.#zoomBy(comfortable / this.#seatPixels(), this.#point(at));
      }
    },
    onDoubleTap: (at) => {
      // The second tap on a seat means the seat; the tap that brought the plan closer is not meant twice.
      if (this.#lastTap === 'seat') this.#gestures.onTap(at, 0);
      else if (this.#lastTap === 'nothing') this.#zoomBy(1.8, this.#point(at));
    },
    onHover: (at) => this.#hover(at),
    takesWheel: () => !this.state.whole,
  };

  /** What a mouse points at is named beside it, as a screen reader would name it. */
  #hover(at: Point | undefined): void {
    const tip = this.#tip;
    const root = this.#root;
    if (!tip || !root) return;
    const found = at && this.#seatPixels() >= hit.mouse ? this.#placeAt(at, 0) : undefined;
    const block = at && !found ? this.#placeAt(at, hit.finger) : undefined;
    root.classList.toggle('plan-over', found !== undefined || block !== undefined);
    const row = found?.section.section.rows.find(({ seats }) => seats.includes(found.seat))?.label ?? '';
    const words = found
      ? this.props.describe(found.section.section, row, found.seat)
      : block && this.#seatPixels() < hit.mouse
        ? this.props.describeSection(block.section.section)
        : '';
    showTip(tip, words, at, this.#pixels.width);
  }

  #walks(): ReadonlyMap<string, Step> {
    this.#steps ??= walkOf(this.props.plan);
    return this.#steps;
  }

  #sectionOf(element: Element | null | undefined): SectionModel | undefined {
    const id = element?.getAttribute('data-section');
    return this.#model.sections.find(({ section }) => section.id === id);
  }

  readonly #key = (key: KeyboardEvent) => {
    const target = key.target as Element;
    const direction = directions[key.key];
    const seat = target.getAttribute('data-seat');
    if (key.key === '+' || key.key === '=') this.#zoomBy(1.5);
    else if (key.key === '-') this.#zoomBy(1 / 1.5);
    else if (key.key === 'Escape') this.#glideTo(this.#limits.whole);
    else if (direction && seat !== null) this.#walkTo(walk(this.props.plan, this.#walks(), seat, direction));
    else if (key.key === 'Enter' || key.key === ' ') this.#press(target);
    else return;
    key.preventDefault();
  };

  /** A press that names its target: by key, or by a screen reader. */
  #press(target: Element): void {
    const id = target.closest('[data-seat]')?.getAttribute('data-seat');
    const place = id ? this.#model.placeOf(id) : undefined;
    if (place) {
      this.setState({ at: place.seat.id });
      this.props.onSeat(place.seat);
      return;
    }
    const section = this.#sectionOf(target.closest('[data-section]'));
    if (!section) return;
    if (isByCapacity(section.section)) {
      this.props.onStanding(section.section);
      return;
    }
    const first = entrySeat([section.section], undefined, this.props.taken, this.props.plan.focalPoint);
    if (first) this.#walkTo(first);
  }

  readonly #click = (click: MouseEvent) => {
    if (click.detail === 0) this.#press(click.target as Element);
  };

  /** The ring is seen where the browser would show its own: after a key, not after a tap. */
  readonly #focus = (focus: FocusEvent) => {
    const target = focus.target as Element;
    const seen = target.matches(':focus-visible');
    this.#ring = seen ? (target.getAttribute('data-seat') ?? undefined) : undefined;
    const section = seen ? this.#sectionOf(target) : undefined;
    if (section) this.#turn(reveal(this.#view, section.middle, this.#limits));
    this.#show();
  };

  readonly #blur = () => {
    this.#ring = undefined;
    this.#show();
  };

  #walkTo(id: string): void {
    const place = this.#model.placeOf(id);
    if (!place) return;
    const pixels = this.#seatPixels();
    const near = pixels < hit.finger ? zoom(this.#view, hit.finger / pixels, place.seat, this.#limits) : this.#view;
    this.#glideTo(reveal(near, place.seat, this.#limits));
    this.setState({ at: id, layered: true }, () => {
      this.#root?.querySelector<HTMLElement>(`[data-seat="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    });
  }

  render() {
    const { plan, taken, mine, picks, marks, describe, describeSection } = this.props;
    const { at, whole, layered } = this.state;
    const model = this.#model;
    const { width, height } = this.#limits.whole;
    const standsIn = at === undefined ? undefined : model.placeOf(at)?.section;
    const open = plan.seats <= allWithin ? model.sections : standsIn ? [standsIn] : [];
    return (
      <div class="plan">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
        <div
          ref={(root: HTMLElement | null) => {
            this.#root = root;
          }}
          class={whole ? 'plan-view' : 'plan-view plan-near'}
          style={{ aspectRatio: `${Math.round(width)} / ${Math.round(height)}` }}
          role="group"
          aria-label={hallWords.planLabel(plan.name)}
          aria-describedby="plan-help"
          onKeyDown={this.#key}
          onClick={this.#click}
          onFocusIn={this.#focus}
          onFocusOut={this.#blur}
        >
          <canvas
            ref={(canvas: HTMLCanvasElement | null) => {
              this.#canvas = canvas;
            }}
          />
          <div
            class="plan-layer"
            ref={(layer: HTMLElement | null) => {
              this.#layer = layer;
            }}
          >
            {layered && (
              <PlanLayer
                model={model}
                open={open}
                taken={taken}
                mine={mine}
                picks={picks}
                marks={marks}
                entry={entrySeat(
                  open.map(({ section }) => section),
                  at,
                  taken,
                  plan.focalPoint,
                )}
                pressable={(section) => plan.seats > manySeats || isByCapacity(section)}
                describe={describe}
                describeSection={describeSection}
              />
            )}
          </div>
          <div
            class="plan-tip"
            aria-hidden="true"
            hidden
            ref={(tip: HTMLElement | null) => {
              this.#tip = tip;
            }}
          />
        </div>
        <PlanButtons
          whole={whole}
          onZoom={(factor) => this.#zoomBy(factor)}
          onWhole={() => this.#glideTo(this.#limits.whole)}
        />
      </div>
    );
  }
}
