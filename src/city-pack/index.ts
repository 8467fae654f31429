export { type Fault, type FaultCode, faultCodes } from './faults.ts'
export { type Change, type ImportOutcome, importCityPack } from './import-city-pack.ts'
export type { Progress } from './writing.ts'
