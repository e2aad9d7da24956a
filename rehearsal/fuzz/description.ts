/** The part of OpenAPI 3.1 that the description of our API uses. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly type: string; readonly name?: string }>>;
  };
}

export interface DescribedOperation {
  readonly parameters?: readonly {
    readonly in: 'path' | 'query' | 'header';
    readonly name: string;
    readonly schema?: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** One thing that can be asked of the API. */
export interface AskedOperation {
  /** As a person reads it: the method, and the path as described. */
  readonly name: string;
  readonly method: string;
  /** With `{names}` of path parameters. */
  readonly path: string;
  readonly query: readonly string[];
  /** Names of headers that it reads, proofs of who asks among them. */
  readonly headers: readonly string[];
  readonly body?: JsonSchema;
}

export function operationsOf({ paths, components }: ApiDescription): readonly AskedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, security = [] }]): AskedOperation => {
      const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
      const proofs = security.flatMap((one) =>
        Object.keys(one).map((scheme) => {
          const { type, name } = components.securitySchemes[scheme] ?? { type: 'http' };
          return type === 'apiKey' && name !== undefined ? name : 'authorization';
        }),
      );
      const body = Object.values(requestBody?.content ?? {})[0]?.schema;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        query: named('query'),
        headers: [...named('header'), ...proofs],
        ...(body && { body }),
      };
    }),
  );
}
