import { Component } from 'preact';
import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { hallWords } from '../words/en/hall.ts';
import { type Box, boxAround, groundOf, type Point, seatsOf, spacingOf } from './geometry.ts';
import { frame, type Limits, middle, pan, reveal, scaleOf, seenIn, zoom } from './lens.ts';
import { PlanGround, PlanScenery } from './plan-ground.tsx';
import { colorOf, entrySeat } from './plan-reading.ts';
import { PlanSeats } from './plan-seats.tsx';
import { type Direction, type Step, walk, walkOf } from './seat-walk.ts';

export interface PlanProps {
  readonly plan: Plan;
  readonly taken: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  readonly picks: readonly string[];
  readonly freeIn: (section: string) => number;
  /** A price band that stands out from the others. */
  readonly category: string | undefined;
  readonly describe: (section: PlanSection, row: string, seat: PlanSeat) => string;
  readonly describeSection: (section: PlanSection) => string;
  readonly onSeat: (seat: PlanSeat) => void;
  readonly onStanding: (section: PlanSection) => void;
}

interface PlanState {
  readonly view: Box;
  /** The seat that the keyboard stands on. */
  readonly at: string | undefined;
  /** Size of the drawing on the screen. */
  readonly pixels: { readonly width: number; readonly height: number };
}

/** Above so many seats the sections are drawn first, and seats only where one looks closely. */
const manySeats = 2_500;
/** Pixels a seat must have to be drawn at all in such a plan, and to be hit by a mouse or a finger. */
const visibleSeat = 7;
const hitByMouse = 9;
const hitByFinger = 20;
/** Pixels of a seat after a tap that brought the plan closer. */
const comfortable = 30;

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The plan: zoomed and moved by fingers, mouse, buttons and keys; seats are picked on it. */
export class PlanDrawing extends Component<PlanProps, PlanState> {
  readonly #spacing: number;
  readonly #limits: Limits;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #grounds: ReadonlyMap<string, string>;
  readonly #fingers = new Map<number, Point>();
  #svg: SVGSVGElement | null = null;
  #observer: ResizeObserver | undefined;
  #moved = 0;
  #finger = false;

  constructor(props: PlanProps) {
    super(props);
    const { plan } = props;
    this.#spacing = spacingOf(plan);
    const seats = plan.sections.flatMap(seatsOf);
    const scenery = plan.scenery.flatMap((piece) =>
      'points' in piece ? piece.points.map(([x, y]) => ({ x, y })) : [],
    );
    this.#limits = { whole: boxAround([...seats, ...scenery], this.#spacing * 1.5), least: this.#spacing * 8 };
    this.#steps = walkOf(plan);
    this.#boxes = new Map(plan.sections.map((section) => [section.id, boxAround(seatsOf(section), this.#spacing)]));
    this.#grounds = new Map(plan.sections.map((section) => [section.id, groundOf(section)]));
    this.state = { view: this.#limits.whole, at: undefined, pixels: { width: 360, height: 360 } };
  }

  override componentDidMount(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const { width = 360, height = 360 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) this.setState({ pixels: { width, height } });
    });
    if (this.#svg) this.#observer.observe(this.#svg);
    this.#svg?.addEventListener('wheel', this.#wheel, { passive: false });
  }

  override componentWillUnmount(): void {
    this.#observer?.disconnect();
  }

  /** Pixels from one seat to the next. */
  #seatPixels(view = this.state.view): number {
    return this.#spacing * scaleOf(view, this.state.pixels);
  }

  #point(client: { readonly clientX: number; readonly clientY: number }): Point {
    const corner = this.#svg?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const { view, pixels } = this.state;
    const seen = seenIn(view, pixels);
    const scale = scaleOf(view, pixels);
    return { x: seen.x + (client.clientX - corner.left) / scale, y: seen.y + (client.clientY - corner.top) / scale };
  }

  #zoomBy(factor: number, around = middle(this.state.view)): void {
    this.setState(({ view }) => ({ view: zoom(view, factor, around, this.#limits) }));
  }

  readonly #wheel = (wheel: WheelEvent) => {
    // Plain scrolling belongs to the page; a pinch on a touchpad arrives with the control key.
    if (!wheel.ctrlKey) return;
    wheel.preventDefault();
    this.#zoomBy(Math.exp(-wheel.deltaY / 120), this.#point(wheel));
  };

  readonly #down = (finger: PointerEvent) => {
    if (this.#fingers.size === 0) this.#moved = 0;
    this.#finger = finger.pointerType !== 'mouse';
    this.#fingers.set(finger.pointerId, { x: finger.clientX, y: finger.clientY });
  };

  readonly #move = (finger: PointerEvent) => {
    const before = this.#fingers.get(finger.pointerId);
    if (!before) return;
    const now = { x: finger.clientX, y: finger.clientY };
    const other = [...this.#fingers].find(([id]) => id !== finger.pointerId)?.[1];
    this.#fingers.set(finger.pointerId, now);
    this.#moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (this.#moved < 6) return;
    this.#svg?.setPointerCapture(finger.pointerId);
    if (other) {
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      const between = this.#point({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 });
      this.#zoomBy(apart(now) / apart(before), between);
      return;
    }
    const scale = scaleOf(this.state.view, this.state.pixels);
    const by = { x: (before.x - now.x) / scale, y: (before.y - now.y) / scale };
    this.setState(({ view }) => ({ view: pan(view, by, this.#limits) }));
  };

  readonly #up = (finger: PointerEvent) => this.#fingers.delete(finger.pointerId);

  readonly #click = (click: MouseEvent) => {
    // A drag ends in a click that nobody meant. (A click by keyboard or screen reader has no detail.)
    if (this.#moved >= 6 && click.detail > 0) return;
    const target = click.target as Element;
    const step = this.#steps.get(target.closest('[data-seat]')?.getAttribute('data-seat') ?? '');
    const large = this.#seatPixels() >= (this.#finger ? hitByFinger : hitByMouse);
    if (step && (large || click.detail === 0)) {
      this.setState({ at: step.seat.id });
      this.props.onSeat(step.seat);
      return;
    }
    const section = this.#sectionOf(target.closest('[data-section]')?.getAttribute('data-section'));
    if (section?.kind === 'standing') this.props.onStanding(section);
    else if (section || step) this.#zoomBy(comfortable / this.#seatPixels(), this.#point(click));
  };

  #sectionOf(id: string | null | undefined): PlanSection | undefined {
    return this.props.plan.sections.find((section) => section.id === id);
  }

  readonly #key = (key: KeyboardEvent) => {
    const target = key.target as Element;
    const direction = directions[key.key];
    const seat = target.getAttribute('data-seat');
    if (key.key === '+' || key.key === '=') this.#zoomBy(1.5);
    else if (key.key === '-') this.#zoomBy(1 / 1.5);
    else if (key.key === 'Escape') this.setState({ view: this.#limits.whole });
    else if (direction && seat !== null) this.#walkTo(walk(this.props.plan, this.#steps, seat, direction));
    else if (key.key === 'Enter' || key.key === ' ') this.#press(target);
    else return;
    key.preventDefault();
  };

  #press(target: Element): void {
    const step = this.#steps.get(target.getAttribute('data-seat') ?? '');
    if (step) {
      this.props.onSeat(step.seat);
      return;
    }
    const section = this.#sectionOf(target.getAttribute('data-section'));
    if (section?.kind === 'standing') {
      this.props.onStanding(section);
      return;
    }
    const box = section && this.#boxes.get(section.id);
    const first = section && seatsOf(section)[0];
    if (!box || !first) return;
    this.setState({ view: frame(box, this.#limits) }, () => this.#walkTo(first.id));
  }

  #walkTo(id: string): void {
    const step = this.#steps.get(id);
    if (!step) return;
    this.setState(
      ({ view }) => {
        const near =
          this.#seatPixels(view) < hitByFinger
            ? zoom(view, hitByFinger / this.#seatPixels(view), step.seat, this.#limits)
            : view;
        return { at: id, view: reveal(near, step.seat, this.#limits) };
      },
      () => this.#svg?.querySelector<SVGElement>(`[data-seat="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    );
  }

  render() {
    const { plan, taken, mine, picks, category, describe, describeSection } = this.props;
    const { view, pixels } = this.state;
    const seen = seenIn(view, pixels);
    const close = plan.seats <= manySeats || this.#seatPixels() >= visibleSeat;
    const inView = plan.sections.filter((section) => overlaps(this.#boxes.get(section.id) as Box, seen));
    const drawn = close ? inView.filter(({ kind }) => kind === 'seated') : [];
    const entry = entrySeat(drawn, this.state.at, taken, plan.focalPoint);
    const whole = view.width >= this.#limits.whole.width;
    return (
      <div class="plan">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
        <svg
          ref={(svg: SVGSVGElement | null) => {
            this.#svg = svg;
          }}
          viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
          class={whole ? 'plan-svg' : 'plan-svg plan-near'}
          role="group"
          aria-label={hallWords.planLabel(plan.name)}
          aria-describedby="plan-help"
          onPointerDown={this.#down}
          onPointerMove={this.#move}
          onPointerUp={this.#up}
          onPointerCancel={this.#up}
          onClick={this.#click}
          onKeyDown={this.#key}
        >
          <PlanScenery plan={plan} spacing={this.#spacing} />
          {plan.sections.map((section) => (
            <PlanGround
              key={section.id}
              section={section}
              path={this.#grounds.get(section.id) ?? ''}
              spacing={this.#spacing}
              color={colorOf(plan, section)}
              seatsShown={close && section.kind === 'seated'}
              label={describeSection(section)}
              free={this.props.freeIn(section.id)}
            />
          ))}
          {drawn.map((section) => (
            <PlanSeats
              key={section.id}
              section={section}
              colors={plan.categories}
              radius={this.#spacing * 0.42}
              taken={taken}
              mine={mine}
              picks={picks}
              category={category}
              entry={
                entry !== undefined && this.#steps.get(entry)?.section === plan.sections.indexOf(section)
                  ? entry
                  : undefined
              }
              describe={describe}
            />
          ))}
        </svg>
        <div class="plan-buttons">
          <p class="hint" id="plan-help">
            {hallWords.planHelp}
          </p>
          <button type="button" onClick={() => this.#zoomBy(1.6)} aria-label={hallWords.closer}>
            +
          </button>
          <button type="button" onClick={() => this.#zoomBy(1 / 1.6)} aria-label={hallWords.further}>
            −
          </button>
          {!whole && (
            <button type="button" onClick={() => this.setState({ view: this.#limits.whole })}>
              {hallWords.whole}
            </button>
          )}
        </div>
      </div>
    );
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
