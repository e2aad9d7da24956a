import { Component } from 'preact';
import type { Point } from '../../../contracts/plan.ts';
import { isByCapacity } from '../../../contracts/plan.ts';
import { nextBlock } from './block-walk.ts';
import { hit, manySeats } from './detail.ts';
import { boxAround } from './geometry.ts';
import { PlanCanvas } from './plan-canvas.ts';
import { PlanEye, type TapMeant } from './plan-eye.ts';
import { isPressable, PlanFrame, type PlanParts } from './plan-frame.tsx';
import { type Gestures, listen } from './plan-gestures.ts';
import { glide, halt } from './plan-glide.ts';
import { keyAct } from './plan-keys.ts';
import { modelOf, type PlanModel, type SectionModel } from './plan-model.ts';
import { type PlanProps, showsOther } from './plan-props.ts';
import { entrySeat } from './plan-reading.ts';
import { showTip } from './plan-tip.ts';
import { type WalkStep, walk, walkOf } from './seat-walk.ts';

interface PlanState {
  /** The seat that the keyboard stands on. */
  readonly at: string | undefined;
  /** The block that it stands on, or stood on last. */
  readonly block: string | undefined;
  readonly whole: boolean;
  /** The layer over the picture comes after the first picture: nobody waits for a thing that cannot be seen. */
  readonly layered: boolean;
}

/**
 * The plan: a picture on a canvas, and over it what keyboard and screen reader meet. Zoomed and moved by fingers,
 * mouse, buttons and keys. A movement draws a frame and moves the layer; nothing of the page is made anew for it.
 */
export class PlanDrawing extends Component<PlanProps, PlanState> {
  override state: PlanState = { at: undefined, block: undefined, whole: true, layered: false };
  readonly #model: PlanModel;
  readonly #eye: PlanEye;
  readonly #parts: PlanParts = { root: null, canvas: null, layer: null, tip: null, where: null };
  #steps: ReadonlyMap<string, WalkStep> | undefined;
  #picture: PlanCanvas | undefined;
  #ring: string | undefined;
  #lastTap: TapMeant['kind'] = 'nothing';
  readonly #undo: (() => void)[] = [];

  constructor(props: PlanProps) {
    super(props);
    this.#model = modelOf(props.plan);
    this.#eye = new PlanEye(this.#model, { glide, halt }, () => this.#turned());
  }

  override componentDidMount(): void {
    const root = this.#parts.root as HTMLElement;
    const size = () => ({ width: root.clientWidth, height: root.clientHeight });
    this.#picture = new PlanCanvas(this.props.plan, this.#parts.canvas as HTMLCanvasElement, this.#scene(), size());
    const observer = new ResizeObserver(() => {
      if (root.clientWidth > 0) this.#eye.fit(size());
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
    this.#eye.fit(size());
    const later = window.setTimeout(() => this.setState({ layered: true }), 0);
    this.#undo.push(() => window.clearTimeout(later));
    this.#attend();
  }

  override shouldComponentUpdate(next: PlanProps, state: PlanState): boolean {
    return state !== this.state || showsOther(this.props, next);
  }

  override componentDidUpdate(before: PlanProps): void {
    this.#show();
    this.#sayWhere();
    if (before.attend !== this.props.attend) this.#attend();
  }

  override componentWillUnmount(): void {
    halt();
    for (const undo of this.#undo) undo();
  }

  #attend(): void {
    const seats = this.props.attend.flatMap((id) => this.#model.placeOf(id)?.seat ?? []);
    if (seats.length === 0) return;
    const room = Math.max(this.#model.spacing * 6, this.#model.whole.width * 0.08);
    this.#eye.glideToBox(boxAround(seats, room));
  }

  #scene() {
    const { taken, category, marks } = this.props;
    return { view: this.#eye.view, taken, category, marks, ring: this.#ring };
  }

  #show(): void {
    this.#picture?.show(this.#scene(), this.#eye.pixels);
  }

  /** Another part of the plan is looked at. */
  #turned(): void {
    const { view, transform, isWhole } = this.#eye;
    const { root, layer } = this.#parts;
    this.#sayWhere();
    if (layer) layer.style.transform = transform;
    if (root) root.dataset.view = [view.x, view.y, view.width, view.height].map(Math.round).join(' ');
    if (isWhole !== this.state.whole) this.setState({ whole: isWhole });
    this.#show();
  }

  /** In a house of blocks the one that is looked at has its name on the picture: its seats alone do not tell. */
  #sayWhere(): void {
    const { where } = this.#parts;
    if (!where) return;
    const block = this.props.plan.seats > manySeats ? this.#eye.sectionInSight() : undefined;
    where.hidden = !block;
    const words = block ? this.props.describeSection(block.section) : '';
    if (where.textContent !== words) where.textContent = words;
  }

  readonly #gestures: Gestures = {
    onPan: (by) => this.#eye.panBy(by),
    onZoom: (factor, around) => this.#eye.zoomAt(factor, around),
    onTap: (at, within) => {
      const meant = this.#eye.tapAt(at, within);
      this.#lastTap = meant.kind;
      switch (meant.kind) {
        case 'standing':
          return this.props.onStanding(meant.section.section);
        case 'seat':
          this.#ring = undefined;
          this.setState({ at: meant.seat.id });
          return this.props.onSeat(meant.seat);
        case 'block':
          return this.#eye.glideToBlock(meant.section, meant.seat, within);
      }
    },
    onDoubleTap: (at) => {
      // The second tap on a seat means the seat; the tap that brought the plan closer is not meant twice.
      if (this.#lastTap === 'seat') this.#gestures.onTap(at, 0);
    },
    onHover: (at) => this.#hover(at),
    // The wheel is the page's. With the control key, and under two fingers of a touchpad, it is the plan's.
    takesWheel: () => false,
  };

  /** A seat under the mouse is named beside it, as a screen reader would name it. */
  #hover(at: Point | undefined): void {
    const { tip, root } = this.#parts;
    if (!tip || !root) return;
    const { seatPixels, pixels } = this.#eye;
    const found = at && seatPixels >= hit.mouse ? this.#eye.placeAt(at, 0) : undefined;
    const block = at && !found ? this.#eye.placeAt(at, hit.finger) : undefined;
    root.classList.toggle('plan-over', found !== undefined || block !== undefined);
    const row = found?.section.section.rows.find(({ seats }) => seats.includes(found.seat))?.label ?? '';
    const words = found
      ? this.props.describe(found.section.section, row, found.seat)
      : block && seatPixels < hit.mouse
        ? this.props.describeSection(block.section.section)
        : '';
    showTip(tip, words, at, pixels.width);
  }

  #sectionOf(element: Element | null | undefined): SectionModel | undefined {
    const id = element?.getAttribute('data-section');
    return this.#model.sections.find(({ section }) => section.id === id);
  }

  readonly #key = (key: KeyboardEvent) => {
    const target = key.target as Element;
    const seat = target.getAttribute('data-seat');
    const act = keyAct(key.key);
    const block = this.#sectionOf(target);
    if (!act || (act.kind === 'walk' && seat === null && !block)) return;
    key.preventDefault();
    switch (act.kind) {
      case 'zoom':
        return this.#eye.zoomBy(act.factor);
      case 'whole':
        return this.#eye.glideToWhole();
      case 'press':
        return this.#press(target);
      case 'walk':
        if (block) return this.#walkToBlock(nextBlock(this.#blocks(), block, act.direction));
        this.#steps ??= walkOf(this.props.plan);
        return this.#walkTo(walk(this.props.plan, this.#steps, seat as string, act.direction));
    }
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
    if (section) this.#eye.reveal(section.middle);
    this.#show();
  };

  readonly #blur = () => {
    this.#ring = undefined;
    this.#show();
  };

  #blocks(): readonly SectionModel[] {
    const pressable = isPressable(this.props.plan);
    return this.#model.sections.filter(({ section }) => pressable(section));
  }

  #walkToBlock(next: SectionModel | undefined): void {
    if (!next) return;
    const { id } = next.section;
    this.setState({ block: id }, () => {
      this.#parts.root
        ?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`)
        ?.focus({ preventScroll: true });
    });
  }

  #walkTo(id: string): void {
    const place = this.#model.placeOf(id);
    if (!place) return;
    this.#eye.glideToSeat(place.seat);
    this.setState({ at: id, layered: true }, () => {
      this.#parts.root?.querySelector<HTMLElement>(`[data-seat="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    });
  }

  render() {
    return (
      <PlanFrame
        {...this.props}
        {...this.state}
        model={this.#model}
        parts={this.#parts}
        onKey={this.#key}
        onClick={this.#click}
        onFocus={this.#focus}
        onBlur={this.#blur}
        onZoom={(factor) => this.#eye.zoomBy(factor)}
        onWhole={() => this.#eye.glideToWhole()}
      />
    );
  }
}
