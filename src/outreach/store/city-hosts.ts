import type { Tx } from '../../platform/database/connect.ts'

export type CityHosts = { hosts: string[]; isOnlyCity: boolean }

/** The host names of a city, and whether the instance has no other one, which then answers to every name. */
export const findHosts = async (tx: Tx, cityId: string): Promise<CityHosts> => {
  const rows = await tx.selectFrom('published.cityHosts').select(['cityId', 'host']).orderBy('host').execute()
  const hosts = rows.filter(row => row.cityId === cityId).map(({ host }) => host)
  return { hosts, isOnlyCity: hosts.length === rows.length }
}
