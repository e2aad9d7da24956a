/** The colours and letters of the page, as a canvas needs them: read from the tokens of the theme that holds now. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly edge: string;
  readonly rule: string;
  readonly wash: string;
  readonly mine: string;
  readonly offer: string;
  readonly lost: string;
  readonly focus: string;
  readonly serif: string;
  readonly sans: string;
}

export function inksOf(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): Inks {
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('paper'),
    ink: token('ink'),
    soft: token('ink-soft'),
    edge: token('edge'),
    rule: token('rule'),
    wash: token('wash'),
    mine: token('brass-fill'),
    offer: token('good'),
    lost: token('red-text'),
    focus: token('focus'),
    serif: token('serif'),
    sans: token('sans'),
  };
}
