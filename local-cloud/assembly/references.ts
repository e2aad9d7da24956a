/**
 * Finds everything that a value refers to, without resolving it. A resource can be made once everything it refers to is
 * made. It refers by `Ref`, `Fn::GetAtt`, a `${…}` in `Fn::Sub`, or `DependsOn`.
 */
import type { Json, TemplateResource } from './template.ts';

/** The names inside `${…}` of a `Fn::Sub` text; `${!Literal}` is text, not a name. */
export const namesInSub = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map((found) => (found[1] ?? '').trim());

const attributeOwner = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value.split('.')[0];
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : undefined;
};

const collect = (value: Json, found: Set<string>): void => {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'Ref' && typeof inner === 'string') found.add(inner);
    else if (key === 'Fn::GetAtt') {
      const owner = attributeOwner(inner);
      if (owner !== undefined) found.add(owner);
    } else if (key === 'Fn::Sub') {
      const text = Array.isArray(inner) ? inner[0] : inner;
      if (typeof text === 'string') for (const name of namesInSub(text)) found.add(name.split('.')[0] ?? name);
      if (Array.isArray(inner) && inner[1] !== undefined) collect(inner[1], found);
    } else collect(inner, found);
  }
};

/** The logical ids (and parameter names) that a resource needs before it can be made. */
export const referencesOf = (resource: TemplateResource): ReadonlySet<string> => {
  const found = new Set<string>(typeof resource.DependsOn === 'string' ? [resource.DependsOn] : resource.DependsOn);
  collect(resource.Properties ?? {}, found);
  return found;
};
