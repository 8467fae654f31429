import { settingsTable } from '../platform/config.ts'
import type { Command } from './command.ts'

/** All commands and all settings, on one screen. */
export const help = (commands: Record<string, Command>) => `kieznetz: the platform for a city's family centres

Commands
${Object.values(commands)
  .map(({ usage, does }) => `  ${usage}\n      ${does}`)
  .join('\n')}

Settings (variables of the environment)
${columns(settingsTable.map(({ name, fallback, meaning }) => [name, `${meaning} [${fallback}]`]))}

All of it is explained in docs/operating.md.`

function columns(rows: [string, string][]) {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n')
}
