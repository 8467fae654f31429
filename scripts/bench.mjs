// npm run bench: what docs/performance.md promises, measured on the product as it is delivered.
import { delimiter, join } from 'node:path'
import { prepare, project, run } from './prepare.mjs'

const runtime = await prepare()
const bin = join(project, 'node_modules', '.bin')
process.exit(
  await run(runtime, ['--import', 'tsx', join(project, 'bench', 'run.ts'), ...process.argv.slice(2)], {
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  }),
)
