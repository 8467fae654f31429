export * from './actor.ts'
export * from './audience.ts'
export * from './context.ts'
