export { isWarning } from './faults.ts'
export { importCityPack } from './import-city-pack.ts'
export { changesInWords, faultsInWords } from './in-words.ts'
export type { Progress } from './writing.ts'
