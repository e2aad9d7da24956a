import { resolve } from 'node:path';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';

const site = import.meta.dirname;
const pages = ['index', 'show', 'hall', 'checkout', 'order', 'order-book', '404'];
const page = (name: string) => resolve(site, `${name}.html`);

/**
 * Every page is a file of its own. Nothing is inlined into HTML and no polyfill is injected, because the
 * site's policy allows scripts and styles from its own files only.
 */
const common = {
  root: site,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: { assetsInlineLimit: 0, modulePreload: false },
} satisfies InlineConfig;

/**
 * The line page is built apart, into one script without what only other pages need, and with smaller
 * parts where a library brings more than the page uses. Its budget is checked by test/site/weight.test.ts.
 */
function linePage(): Plugin {
  let outDir = '';
  return {
    name: 'line-page',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(site, config.build.outDir);
    },
    async closeBundle() {
      await build({
        ...common,
        configFile: false,
        logLevel: 'warn',
        resolve: {
          alias: [
            { find: /^preact(?:\/jsx-runtime)?$/, replacement: resolve(site, 'line/light-render.gateway.ts') },
            { find: /^@noble\/hashes\/(?:sha2|utils)\.js$/, replacement: resolve(site, 'line/sha256.ts') },
          ],
        },
        build: {
          ...common.build,
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: { input: page('line') },
        },
      });
    },
  };
}

export default defineConfig({
  ...common,
  plugins: [linePage()],
  build: {
    ...common.build,
    outDir: resolve(site, 'dist'),
    emptyOutDir: true,
    rolldownOptions: { input: pages.map(page) },
  },
});
