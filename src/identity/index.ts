export * from './actor.ts'
export * from './audience.ts'
export * from './context.ts'
export { findCity, listCities } from './store/cities.ts'
