import { developersWords as words } from '../../words/en/developers.ts';
import type { OpenApi, OpenApiParameter } from './open-api.ts';
import { exampleOf, pretty, problemsOf, problemTitles, requestText, type ShownRoute } from './read-description.ts';
import { FormOf, SchemaLink } from './schema-view.tsx';
import { Code, Prose } from './text-view.tsx';

/** One route: what it does and needs, what is sent, what is answered, what is refused, and an example. */
export function RouteView({ api, route }: { readonly api: OpenApi; readonly route: ShownRoute }) {
  const { operationId, summary, method, path, description, parameters = [], requestBody } = route;
  const body = requestBody?.content['application/json']?.schema;
  return (
    <article class="route" id={operationId} aria-labelledby={`${operationId}-title`}>
      <header>
        <h3 id={`${operationId}-title`}>{summary}</h3>
        <p class="route-address">
          <b class={`method method-${method.toLowerCase()}`}>{method}</b> <code>{path}</code>
        </p>
        <p>
          <Prose text={description} />
        </p>
      </header>
      <div class="route-parts">
        <dl class="route-facts">
          <dt>{words.needs}</dt>
          <dd>
            <Needs api={api} route={route} />
          </dd>
          {parameters.length > 0 && (
            <>
              <dt>{words.parameters}</dt>
              <dd>
                <Parameters parameters={parameters} />
              </dd>
            </>
          )}
          {body && (
            <>
              <dt>{words.body}</dt>
              <dd>
                <SchemaLink schema={body} />
              </dd>
            </>
          )}
          <dt>{words.answers}</dt>
          <dd>
            <Answers route={route} />
          </dd>
          <dt>{words.refused}</dt>
          <dd>
            <Refusals api={api} route={route} />
          </dd>
        </dl>
        <Example api={api} route={route} />
      </div>
    </article>
  );
}

function Needs({ api, route }: { readonly api: OpenApi; readonly route: ShownRoute }) {
  const needed = route.security.flatMap((one) => Object.entries(one));
  if (needed.length === 0) return <>{words.needsNothing}</>;
  return (
    <>
      {needed.map(([name, permissions]) => {
        const scheme = api.components.securitySchemes[name];
        return (
          <p key={name}>
            <code>{scheme?.name ?? 'authorization'}</code> {scheme?.description}
            {permissions[0] !== undefined && ` ${words.permission(permissions[0])}`}
          </p>
        );
      })}
    </>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly OpenApiParameter[] }) {
  return (
    <ul class="fields-of">
      {parameters.map(({ name, in: place, required, description, schema }) => (
        <li key={name}>
          <p>
            <code class="name">{name}</code>{' '}
            <span class="hint">
              {words.places[place]}, {required ? words.required : words.optional}, <FormOf schema={schema} />
            </span>
          </p>
          {description !== undefined && (
            <p>
              <Prose text={description} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const isGood = (status: string) => status.startsWith('2');

function Answers({ route }: { readonly route: ShownRoute }) {
  const good = Object.entries(route.responses).filter(([status]) => isGood(status));
  return (
    <ul class="fields-of">
      {good.map(([status, { description, content = {} }]) => (
        <li key={status}>
          <p>
            <b class="status">{status}</b> {description}
          </p>
          <p>
            {Object.entries(content).map(([type, { schema }]) =>
              schema ? <SchemaLink key={type} schema={schema} /> : <code key={type}>{type}</code>,
            )}
            {Object.keys(content).length === 0 && <span class="hint">{words.noBody}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Refusals({ api, route }: { readonly api: OpenApi; readonly route: ShownRoute }) {
  const titles = problemTitles(api);
  return (
    <details class="refusals">
      <summary>{[...new Set(problemsOf(route).map(({ status }) => status))].join(', ')}</summary>
      <ul>
        {problemsOf(route).map(({ status, type }) => (
          <li key={type}>
            <b class="status">{status}</b>{' '}
            <a href={`#${type.slice(1)}`}>
              <code>{type.replace('/problems/', '')}</code>
            </a>{' '}
            {titles.get(type)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Example({ api, route }: { readonly api: OpenApi; readonly route: ShownRoute }) {
  const [status, response] = Object.entries(route.responses).find(([code]) => isGood(code)) ?? [];
  const answer = exampleOf(api, response?.content?.['application/json']?.schema);
  return (
    <div class="example">
      <p class="hint">{words.example}</p>
      <Code label={words.exampleOf(route.summary)} text={requestText(api, route)} />
      <Code
        label={words.exampleOf(`${route.summary}, ${status}`)}
        text={answer === undefined ? `${status}` : `${status}\n\n${pretty(answer)}`}
      />
    </div>
  );
}
