import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** What only this instance knows: passwords of its database and the key of its sessions. */
const secretsShape = v.object({
  superuser: v.string(),
  owner: v.string(),
  app: v.string(),
  public: v.string(),
  session: v.string(),
  port: v.exactOptional(v.number()),
})
export type Secrets = v.InferOutput<typeof secretsShape>

export async function readSecrets(folder: string): Promise<Secrets | undefined> {
  const text = await readFile(secretsFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : v.parse(secretsShape, JSON.parse(text))
}

/** Writes beside and renames, so that an interrupted start never leaves half a file. */
export async function keepSecrets(folder: string, secrets: Secrets): Promise<Secrets> {
  const unfinished = `${secretsFile(folder)}.new`
  await writeFile(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  // Started once by root, a folder stays usable for the one it belongs to.
  const { uid, gid } = await stat(folder)
  if (process.getuid?.() === 0) await chown(unfinished, uid, gid)
  await rename(unfinished, secretsFile(folder))
  return secrets
}

export const newSecrets = (): Secrets => ({
  superuser: newPassword(),
  owner: newPassword(),
  app: newPassword(),
  public: newPassword(),
  session: newPassword(),
})

export const newPassword = () => randomBytes(24).toString('base64url')

const secretsFile = (folder: string) => join(folder, 'secrets.json')
