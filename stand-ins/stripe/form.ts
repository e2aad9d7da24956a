/*
 * Stripe's requests are forms whose names are paths, `metadata[order]=…`; its answers are JSON.
 */

export interface Form {
  readonly [name: string]: string | Form;
}

export function readForm(text: string): Form {
  const form: { [name: string]: string | Form } = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part);
    const last = path.pop() ?? name;
    let at = form as { [name: string]: string | Form };
    for (const part of path) {
      const inner = at[part];
      at[part] = typeof inner === 'object' ? inner : {};
      at = at[part] as { [name: string]: string | Form };
    }
    at[last] = value;
  }
  return form;
}

export function textIn(form: Form, name: string): string | undefined {
  const value = form[name];
  return typeof value === 'string' ? value : undefined;
}

export function formIn(form: Form, name: string): Form {
  const value = form[name];
  return typeof value === 'object' ? value : {};
}
