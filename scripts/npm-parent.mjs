import { readFileSync } from 'node:fs'

/**
 * npm starts a shell which starts this launcher. When npm is killed hard, nobody tells us; so where the system
 * shows the family tree, we look once a second whether it is still the same.
 */
export function whenNpmIsGone(then) {
  if (!process.env.npm_lifecycle_event) return
  const family = currentFamily()
  const watch = setInterval(() => {
    if (currentFamily() === family) return
    clearInterval(watch)
    then()
  }, 1_000)
  watch.unref()
}

const currentFamily = () => `${process.ppid} ${parentOf(process.ppid)}`

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[1]
  } catch {
    return undefined
  }
}
