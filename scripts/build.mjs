// Builds dist: the assets for browsers (dist/assets, with a manifest) and the program (dist/cli.js).
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { fingerprint, stampIn } from './freshness.mjs'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(project, 'dist')
const unfinished = join(project, `dist.${process.pid}`)

// Taken first: what is edited while it builds makes the next start build again.
const builtFrom = fingerprint(project)
try {
  await Promise.all([
    build({
      root: project,
      logLevel: 'warn',
      build: { outDir: join(unfinished, 'assets'), emptyOutDir: false },
    }),
    build({
      root: project,
      logLevel: 'warn',
      build: { outDir: unfinished, ssr: true, emptyOutDir: false },
    }),
  ])
  await writeFile(stampIn(unfinished), builtFrom)
  await rm(dist, { recursive: true, force: true })
  await rename(unfinished, dist)
} finally {
  await rm(unfinished, { recursive: true, force: true })
}
