import type { Database } from '../platform/database/connect.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { countAccounts } from './store/demo.ts'

/**
 * A demo stays one. Its passwords are known, its mails were open, and visitors may have given roles to whomever they
 * liked; real families must not come into that. Nor does a database with real people become a demo.
 */
export const assertDemoStays = async (db: Database, { isDemo }: { isDemo: boolean }) => {
  const accounts = await countAccounts(db)
  if (!isDemo && accounts.forDemo > 0)
    throw new OperatorError(
      'This database was a demo, with passwords that everybody knows and roles that any visitor could give. ' +
        'Begin with an empty one (another KIEZNETZ_DATA, or another database), or set KIEZNETZ_DEMO=true to go on trying out.',
    )
  if (isDemo && accounts.forDemo === 0 && accounts.others > 0)
    throw new OperatorError(
      'People have accounts in this database, and a demo would open it with passwords that everybody knows. ' +
        'Set KIEZNETZ_DEMO=false, or try out in an empty one (another KIEZNETZ_DATA, or another database).',
    )
}
