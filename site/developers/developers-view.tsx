import { descriptionPath } from '../../contracts/api.ts';
import { developersWords as words } from '../../words/en/developers.ts';
import { Frame } from '../elements/frame.tsx';
import { TroubleNotice } from '../elements/notice.tsx';
import type { DevelopersState } from './developers.tsx';
import type { OpenApi } from './open-api.ts';
import { problemTitles, routesByTopic } from './read-description.ts';
import { RouteView } from './route-view.tsx';
import { NamedSchema } from './schema-view.tsx';
import { Prose } from './text-view.tsx';

export function Developers({ state: { api, trouble } }: { readonly state: DevelopersState }) {
  return (
    <Frame width="wide" english="Box office">
      <header class="api-head">
        <p class="eyebrow">{words.eyebrow}</p>
        <h1>{words.title}</h1>
        {api && (
          <p class="lead">
            <Prose text={api.info.description} />
          </p>
        )}
        <p>
          <a href={descriptionPath}>{words.file}</a>
        </p>
      </header>
      {trouble && <TroubleNotice trouble={trouble} />}
      {!api && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {api && <Description api={api} />}
    </Frame>
  );
}

function Description({ api }: { readonly api: OpenApi }) {
  const topics = routesByTopic(api);
  return (
    <div class="api">
      <Contents topics={topics} schemas={Object.keys(api.components.schemas)} />
      <div class="api-body">
        {topics.map(({ name, description, routes }) => (
          <section key={name} class="api-topic" aria-labelledby={idOf(name)}>
            <h2 id={idOf(name)}>{name}</h2>
            <p class="lead">{description}</p>
            {routes.map((route) => (
              <RouteView key={route.operationId} api={api} route={route} />
            ))}
          </section>
        ))}
        <section class="api-topic" aria-labelledby="problems">
          <h2 id="problems">{words.problems}</h2>
          <p class="lead">{words.problemsAbout}</p>
          <dl class="api-codes">
            {[...problemTitles(api)].map(([type, title]) => (
              <div key={type} id={type.slice(1)}>
                <dt>
                  <code>{type}</code>
                </dt>
                <dd>{title}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section class="api-topic" aria-labelledby="shapes">
          <h2 id="shapes">{words.shapes}</h2>
          <p class="lead">{words.shapesAbout}</p>
          {Object.entries(api.components.schemas).map(([name, schema]) => (
            <NamedSchema key={name} name={name} schema={schema} />
          ))}
        </section>
      </div>
    </div>
  );
}

function Contents(props: { readonly topics: ReturnType<typeof routesByTopic>; readonly schemas: readonly string[] }) {
  // Beside the routes there is room for all of it; above them, on a phone, only for the topics.
  const wide = matchMedia('(min-width: 64rem)').matches;
  return (
    <nav class="api-contents" aria-label={words.contents}>
      {props.topics.map(({ name, routes }) => (
        <details key={name} open={wide}>
          <summary>{name}</summary>
          <ul>
            {routes.map(({ operationId, summary }) => (
              <li key={operationId}>
                <a href={`#${operationId}`}>{summary}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p>
        <a href="#problems">{words.problems}</a>
      </p>
      <details>
        <summary>{words.shapes}</summary>
        <ul>
          {props.schemas.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
