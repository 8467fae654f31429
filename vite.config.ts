import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

/**
 * Two builds (scripts/build.mjs): the stylesheets and custom elements for browsers, under names that change with
 * their content, and the program for Node.
 */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? program : assets))

// How long a plugin took is no news to somebody who starts the program.
const checks = { pluginTimings: false }

// Packages go into the program, in files apart: hundreds of small files made every start half a second slower.
const packages = { name: 'packages', test: /node_modules/, entriesAware: true }

const program = {
  // What comes as machine code stays where npm put it.
  ssr: { noExternal: true as const, external: ['sharp'] },
  build: {
    target: 'node26',
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      checks,
      // A process begins with a file of its own.
      input: {
        cli: 'src/cli.ts',
        'draw-worker': 'src/platform/charts/draw-worker.ts',
        'pdf-worker': 'src/platform/pdf/pdf-worker.ts',
        'calendar-worker': 'src/calendar-import/calendar-worker.ts',
        'sheet-worker': 'src/platform/spreadsheet/sheet-worker.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'program/[hash].js',
        codeSplitting: { groups: [packages] },
      },
    },
  },
}

const assets = {
  base: '/assets/',
  // KERN's sources still use Sass' older if().
  css: { preprocessorOptions: { scss: { silenceDeprecations: ['if-function' as const] } } },
  build: {
    // Telephones of 2021 whose browser was never updated.
    target: ['chrome94', 'safari15.4', 'firefox93'],
    manifest: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    copyPublicDir: false,
    modulePreload: false as const,
    rolldownOptions: {
      checks,
      input: [
        ...globSync('browser/*.ts', { cwd: import.meta.dirname }),
        ...globSync('src/platform/design/styles/{pictures,press,public,staff}.scss', {
          cwd: import.meta.dirname,
        }),
      ],
    },
  },
}
