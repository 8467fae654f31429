import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { jobNames } from '../../src/app/index.ts'
import { openCluster } from '../../src/platform/database/cluster/cluster.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { prepare } from '../../src/platform/database/prepare.ts'
import { prepareJobs } from '../../src/platform/jobs/store/prepare.ts'
import { type TestServer, template } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export default async function startServer(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'kieznetz-test-'))
  // The system user under whom PostgreSQL runs when tests run as root must get through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder, { durable: false })
  const { owner, app, public: reader } = cluster.secrets
  const passwords = { owner, app, public: reader }
  const stop = async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const urls = await prepare(cluster.adminUrl, template, passwords)
    await migrate(urls.owner, 'migrations')
    await prepareJobs(urls.owner, jobNames)
    await closeTemplate(cluster.adminUrl)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('testServer', { adminUrl: cluster.adminUrl, passwords })
  return stop
}

/** Nobody may be connected to a template while it is copied. */
async function closeTemplate(adminUrl: string) {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`alter database ${template} with allow_connections false is_template true`)
  await admin.end()
}
