import pg from 'pg'
import { OperatorError } from '../operator-error.ts'

export type DatabaseUrls = { owner: string; app: string; public: string }
export type Passwords = Record<keyof DatabaseUrls, string>

/**
 * Makes the roles and the database once, as an administrator of the server; run again it repairs them.
 * Returns the addresses of the three roles that sign in.
 */
export async function prepare(
  adminUrl: string,
  database: string,
  passwords: Passwords,
): Promise<DatabaseUrls> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(roles(passwords))
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await admin.query(`create database ${pg.escapeIdentifier(database)} owner kieznetz_owner`)
    await secureDatabase(admin, database)
  } finally {
    await admin.end()
  }
  return urlsOf(adminUrl, database, passwords)
}

/** Who may connect to a database and who may not make temporary tables in it; a copy of one does not inherit that. */
export async function secureDatabase(admin: pg.Client, database: string) {
  const name = pg.escapeIdentifier(database)
  await admin.query(`
    revoke all on database ${name} from public;
    grant connect on database ${name} to kieznetz_owner, kieznetz_app, kieznetz_public;
    grant create, temporary on database ${name} to kieznetz_owner;`)
}

export function urlsOf(adminUrl: string, database: string, passwords: Passwords): DatabaseUrls {
  const as = (role: keyof DatabaseUrls) => {
    const url = new URL(adminUrl)
    url.username = `kieznetz_${role}`
    url.password = passwords[role]
    url.pathname = `/${database}`
    return url.toString()
  }
  return { owner: as('owner'), app: as('app'), public: as('public') }
}

/**
 * The server refuses to work as a role that policies do not bind: a superuser, one that bypasses them, or one
 * that owns tables.
 */
export async function assertSafeRole(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`
      select rolname as name, rolsuper or rolbypassrls as unbound,
        exists (select from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`)
    const [role] = rows
    if (role.unbound || role.owns)
      throw new OperatorError(
        `The role ${role.name} ${role.owns ? 'owns tables' : 'bypasses the protection of rows'}, so the server does not ` +
          'start with it. Make the roles with "kieznetz database prepare" and use the addresses it prints.',
      )
  } finally {
    await client.end()
  }
}

/**
 * `figures` owns the views that the city office reads; the owner steps into it only inside a migration.
 * `backup` sees every row, which the owner does not; the owner steps into it only for a backup or a restore.
 */
const roles = (passwords: Passwords) => `
  ${role('kieznetz_owner', 'login nosuperuser nobypassrls', passwords.owner)}
  ${role('kieznetz_app', 'login nosuperuser nobypassrls', passwords.app)}
  ${role('kieznetz_public', 'login nosuperuser nobypassrls', passwords.public)}
  ${role('kieznetz_figures', 'nologin nosuperuser nobypassrls')}
  ${role('kieznetz_backup', 'nologin nosuperuser bypassrls')}
  grant kieznetz_figures to kieznetz_owner with inherit false, set true;
  grant kieznetz_backup to kieznetz_owner with inherit false, set true;
  grant pg_read_all_data, pg_write_all_data to kieznetz_backup;`

const role = (name: string, attributes: string, password?: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if;
  end $$;
  alter role ${name} ${attributes} nocreatedb nocreaterole noreplication
    ${password === undefined ? '' : `password ${pg.escapeLiteral(password)}`};`
