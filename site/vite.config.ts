import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';
import { descriptionPath } from '../contracts/api.ts';
import { type Language, languages } from '../contracts/languages.ts';
import { packagesFileOf, packagesOf, packagesText } from '../contracts/packages-built-in.ts';
import { englishPages, notTherePage, pagesInLanguages } from '../contracts/pages.ts';
import { buildVerifier } from '../verify/build.ts';
import { describeApi } from './developers/describe-api.ts';
import { buildDoorWorker } from './door/build-worker.ts';
import { inEveryLanguage, inLanguage, otherLanguages } from './in-language.ts';

const site = import.meta.dirname;
const page = (name: string) => resolve(site, `${name}.html`);
const shared = pagesInLanguages.filter((name) => name !== 'line');

/**
 * Every page is a file of its own. Nothing is inlined into HTML and no polyfill is injected, because the site's policy
 * allows scripts and styles from its own files only.
 */
const common = {
  root: site,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: { assetsInlineLimit: 0, modulePreload: false },
} satisfies InlineConfig;

/** By file that a build made: the folders of packages that are in it. */
const packages = new Map<string, readonly string[]>();

/** Remembers what is in the files of a build. One that is the same in two languages is there once. */
function rememberPackages(): Plugin {
  return {
    name: 'remember-packages',
    apply: 'build',
    // Not before the files are written: a page without a script has none in the end.
    writeBundle(_, bundle) {
      for (const [file, made] of Object.entries(bundle)) {
        const from =
          made.type === 'chunk'
            ? Object.entries(made.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
            : made.originalFileNames;
        if (made.type === 'chunk' || packagesOf(from).length > 0) packages.set(file, packagesOf(from));
      }
    },
  };
}

/** A build after the first, into the same folder. A file that is the same in two languages has the same name, and is there once. */
function alsoBuild(language: Language, pages: readonly string[], outDir: string, more: InlineConfig = {}) {
  return build({
    ...common,
    ...more,
    configFile: false,
    logLevel: 'warn',
    plugins: [inLanguage(language), rememberPackages()],
    build: {
      ...common.build,
      ...more.build,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { ...more.build?.rolldownOptions, input: pages.map(page) },
    },
  });
}

/**
 * The line page is built apart, into one script without what only other pages need, and with smaller
 * parts where a library brings more than the page uses. Its budget is checked by test/site/weight.test.ts.
 */
const light: InlineConfig = {
  build: {
    // One stylesheet, which the page has already: so no part carries a list of those that it needs.
    cssCodeSplit: false,
    rolldownOptions: {
      // A hundred bytes that three parts share would be a file of their own, which each of them waited for.
      output: {
        codeSplitting: {
          groups: [{ name: 'below', test: /\/line\/(?:below|lazily)\.tsx?$/ }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
  resolve: {
    alias: [
      { find: /^preact(?:\/jsx-runtime)?$/, replacement: resolve(site, 'line/light-render.gateway.ts') },
      { find: /^@noble\/hashes\/(?:sha2|utils)\.js$/, replacement: resolve(site, 'line/sha256.ts') },
      { find: /^\0vite\/preload-helper\.js$/, replacement: resolve(site, 'line/plain-import.ts') },
    ],
  },
};

/** The description of the API, beside the pages. */
function description(): Plugin {
  return {
    name: 'description-of-the-api',
    apply: 'build',
    generateBundle() {
      const source = `${JSON.stringify(describeApi(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: descriptionPath.slice(1), source });
    },
  };
}

/** The page of a missing file, for everybody: in all languages. */
function notThere(): Plugin {
  return {
    name: 'not-there',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const missing = bundle['404.html'];
        if (missing?.type !== 'asset') throw new Error('There is no page for an address that is none');
        this.emitFile({ type: 'asset', fileName: notTherePage.slice(1), source: inEveryLanguage(`${missing.source}`) });
      },
    },
  };
}

/**
 * This build makes every page but the line, in English. The rest is the line, everything in the other languages, the
 * verifier and the door’s worker.
 */
function theRest(): Plugin {
  let outDir = '';
  return {
    name: 'the-rest',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(site, config.build.outDir);
    },
    async closeBundle() {
      const [verifier, doorWorker] = await Promise.all([
        // For fans who would rather not trust the page that checks their place.
        buildVerifier(resolve(outDir, 'stampede-verify.mjs')),
        buildDoorWorker(resolve(outDir, 'door-worker.js')),
        ...languages.map((language) => alsoBuild(language, ['line'], outDir, light)),
        ...otherLanguages.map((language) => alsoBuild(language, [...shared, '404'], outDir)),
      ]);
      packages.set('stampede-verify.mjs', verifier).set('door-worker.js', doorWorker);
      await writeFile(packagesFileOf(outDir), packagesText(packages));
    },
  };
}

export default defineConfig({
  ...common,
  plugins: [inLanguage('en'), rememberPackages(), description(), notThere(), theRest()],
  build: {
    ...common.build,
    outDir: resolve(site, 'dist'),
    emptyOutDir: true,
    rolldownOptions: { input: [...shared, ...englishPages, '404'].map(page) },
  },
});
