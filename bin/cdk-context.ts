/**
 * The context in which `cdk` runs an app: that of cdk.json, and what the command line adds by itself. With it an app
 * that is run without the command line writes the same bytes.
 */
export function contextOfApp(
  cdkJson: string,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const { context } = JSON.parse(cdkJson) as { readonly context: Readonly<Record<string, unknown>> };
  return {
    ...context,
    ...own,
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:disable-version-reporting': true,
    'aws:cdk:bundling-stacks': ['**'],
    '@aws-cdk/core:failSynthOnValidationErrors': false,
  };
}
