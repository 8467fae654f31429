import { listCities } from '../identity/index.ts'
import { verifyChain } from '../platform/audit-chain.ts'
import type { Database } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { connectedTo, withDatabase } from './with-database.ts'

const usage = 'audit verify'

export const auditVerify: Command = {
  usage,
  does: 'follow the chain of the audit log; prints its heads, to compare with the log of the server',
  async run(rest, settings) {
    readArguments(rest, usage, { options: {} })
    const faults = await withDatabase(settings, usage, ({ urls }) => connectedTo(urls.app, verifyAll))
    if (faults > 0)
      throw new OperatorError(
        `The audit log was changed in ${faults} places. Keep the database as it is and compare it with a backup.`,
      )
  },
}

async function verifyAll(db: Database) {
  let count = 0
  for (const city of await listCities(db)) {
    const scope = { kind: 'system', city: city.id } as const
    const { heads, faults } = await inTransaction({ db, scope }, tx => verifyChain(tx, city.id))
    if (heads.length === 0) console.log(`${city.slug}  nothing was recorded yet`)
    for (const { providerId, position, hash } of heads)
      console.log(`${city.slug}  ${providerId ?? 'city'}  ${position} entries  ${hash}`)
    for (const { providerId, position, entryId, fault } of faults)
      console.log(`${city.slug}  ${providerId ?? 'city'}  ${position}  ${entryId}  ${fault}`)
    count += faults.length
  }
  return count
}
