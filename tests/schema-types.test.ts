import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateSchemaTypes } from '../scripts/generate-schema-types.ts'
import { databaseForThisFile } from './support/server.ts'

const database = await databaseForThisFile()

test('the types of the database are those of its migrations; "npm run schema" renews them', async () => {
  const file = join(tmpdir(), `${database.name}.ts`)
  await generateSchemaTypes(database.owner, file)
  await expect(await readFile(file, 'utf8')).toMatchFileSnapshot('../src/platform/database/schema.ts')
})
