import { developersWords as words } from '../../words/en/developers.ts';
import type { Schema } from './open-api.ts';
import { nameIn, pretty } from './read-description.ts';
import { Code, Prose } from './text-view.tsx';

/** A shape by its name, with an example beside it. */
export function NamedSchema({ name, schema }: { readonly name: string; readonly schema: Schema }) {
  return (
    <article class="shape" id={name} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>
        <code>{name}</code>
      </h3>
      <div class="route-parts">
        <SchemaBody schema={schema} />
        {schema.examples?.[0] !== undefined && (
          <div class="example">
            <Code label={words.exampleOf(name)} text={pretty(schema.examples[0])} />
          </div>
        )}
      </div>
    </article>
  );
}

/** The name of a shape, which leads to it; or what it is. */
export function SchemaLink({ schema }: { readonly schema: Schema }) {
  const name = nameIn(schema);
  if (name) {
    return (
      <a href={`#${name}`}>
        <code>{name}</code>
      </a>
    );
  }
  if (schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0) return <>{words.emptyObject}</>;
  return <SchemaBody schema={schema} />;
}

function SchemaBody({ schema }: { readonly schema: Schema }) {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) {
    return (
      <div class="variants">
        <p class="hint">{words.oneOf}</p>
        <ol>
          {variants.map((variant) => (
            <li key={JSON.stringify(variant)} class="variant">
              <Fields schema={variant} />
            </li>
          ))}
        </ol>
      </div>
    );
  }
  return <Fields schema={schema} />;
}

function Fields({ schema }: { readonly schema: Schema }) {
  if (!schema.properties) return <FormOf schema={schema} />;
  return (
    <>
      {schema.description !== undefined && (
        <p>
          <Prose text={schema.description} />
        </p>
      )}
      <ul class="fields-of">
        {Object.entries(schema.properties).map(([name, field]) => (
          <Field key={name} name={name} field={field} required={schema.required?.includes(name) ?? false} />
        ))}
      </ul>
    </>
  );
}

function Field(props: { readonly name: string; readonly field: Schema; readonly required: boolean }) {
  const { name, field, required } = props;
  const inner = insideOf(field);
  return (
    <li>
      <p>
        <code class="name">{name}</code>{' '}
        <span class="hint">
          <FormOf schema={field} />
          {!required && `, ${words.optional}`}
          {field.default !== undefined && `, ${words.orElse(JSON.stringify(field.default))}`}
        </span>
      </p>
      {field.description !== undefined && (
        <p>
          <Prose text={field.description} />
        </p>
      )}
      {inner && <SchemaBody schema={inner} />}
    </li>
  );
}

/** The inside of a field, where that is worth a list of its own. */
function insideOf(field: Schema): Schema | undefined {
  if (field.properties || field.oneOf?.some(({ properties }) => properties)) return { ...field, description: '' };
  if (field.items) return insideOf(field.items);
  return typeof field.additionalProperties === 'object' ? insideOf(field.additionalProperties) : undefined;
}

/** The form of a value in a few words: its type, the values it may have, how long it may be. */
export function FormOf({ schema }: { readonly schema: Schema }) {
  const name = nameIn(schema);
  if (name) return <SchemaLink schema={schema} />;
  if (schema.items) {
    return (
      <>
        {words.listOf('')}
        <FormOf schema={schema.items} />
        {schema.maxItems !== undefined && `, ${words.entries(schema.minItems ?? 0, schema.maxItems)}`}
      </>
    );
  }
  if (typeof schema.additionalProperties === 'object') {
    return (
      <>
        <FormOf schema={schema.additionalProperties} />
        {words.mapOf('')}
      </>
    );
  }
  const values = schema.enum ?? (schema.const === undefined ? schema.oneOf?.flatMap(constIn) : [schema.const]);
  if (values && values.length > 0 && values.length <= 20) {
    return <>{values.flatMap((value, index) => [index > 0 && ' · ', <code key={`${value}`}>{`${value}`}</code>])}</>;
  }
  return (
    <>
      {schema.format ?? schema.type}
      {schema.maxLength !== undefined && `, ${words.characters(schema.minLength ?? 0, schema.maxLength)}`}
      {schema.pattern !== undefined && (
        <>
          {' '}
          <code class="pattern">{schema.pattern}</code>
        </>
      )}
    </>
  );
}

const constIn = (variant: Schema) => (variant.const === undefined ? [] : [variant.const]);
