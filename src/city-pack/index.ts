export { type Fault, type FaultCode, faultCodes, isWarning } from './faults.ts'
export { type Change, type ImportOutcome, importCityPack } from './import-city-pack.ts'
export { changesInWords, faultInWords, faultsInWords } from './in-words.ts'
export type { Progress } from './writing.ts'
