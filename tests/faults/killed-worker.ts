/** Started by killed-worker.test.ts as a process of its own: takes the job `greet`, says so, and never finishes it. */
import { connect } from '../../src/platform/database/connect.ts'
import { startJobs } from '../../src/platform/jobs/start.ts'

const url = process.argv[2] ?? ''
await startJobs({
  url,
  db: connect(url, { connections: 1 }),
  jobs: [
    {
      name: 'greet',
      run: () => {
        process.send?.('taken')
        return new Promise(() => {})
      },
    },
  ],
  clock: () => Temporal.Now.instant(),
  log: { info: () => {}, error: () => {} },
})
