import { openSync, readFileSync, statSync } from 'node:fs'

const mayGrowTo = 8 * 1024 * 1024

/** The server's log lies beside its data folder; one that has grown large begins anew. */
export const openLog = (dataFolder: string) =>
  openSync(logFile(dataFolder), logSize(dataFolder) > mayGrowTo ? 'w' : 'a', 0o600)

export const logSize = (dataFolder: string) =>
  statSync(logFile(dataFolder), { throwIfNoEntry: false })?.size ?? 0

/** What the server wrote since its log had this size. */
export function readLog(dataFolder: string, begin: number): string {
  if (logSize(dataFolder) === 0) return ''
  return readFileSync(logFile(dataFolder)).subarray(begin).toString()
}

const logFile = (dataFolder: string) => `${dataFolder}.log`
