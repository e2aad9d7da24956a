/* The words of the page for developers. It shows the texts of the API's description as they are written there. */

export const developersWords = {
  eyebrow: 'For developers',
  title: 'The API',
  file: 'The description as a file (OpenAPI 3.1)',
  contents: 'On this page',
  shapes: 'Shapes',
  shapesAbout:
    'What is sent and answered, by the names that the routes above call it by. An example stands beside each.',
  problems: 'Problems',
  problemsAbout:
    'A request that was refused is answered with a problem document. Its type is one of these; its detail says what to do.',
  needs: 'Needs',
  needsNothing: 'Nothing: anyone may call.',
  permission: (name: string) => `The permission is called ${name}.`,
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  noBody: 'No body.',
  emptyObject: 'An empty object.',
  refused: 'May be refused',
  example: 'An example',
  exampleOf: (what: string) => `An example: ${what}`,
  required: 'required',
  optional: 'optional',
  orElse: (value: string) => `${value} if left out`,
  oneOf: 'One of these',
  listOf: (what: string) => `list of ${what}`,
  mapOf: (what: string) => `${what} by name`,
  characters: (least: number, most: number | undefined) =>
    most === undefined ? `at least ${least} characters` : `${least} to ${most} characters`,
  entries: (least: number, most: number | undefined) =>
    most === undefined ? `at least ${least}` : `${least} to ${most} of them`,
  places: { path: 'in the path', query: 'in the query', header: 'header' },
};
