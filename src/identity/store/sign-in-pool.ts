import pg from 'pg'

/**
 * The connections of the sign-in library, which names its tables without a schema and wants moments as `Date`.
 * They belong to the role of the application, like all others.
 */
export const openSignInPool = (appUrl: string) => {
  const pool = new pg.Pool({ connectionString: appUrl, max: 5, options: '-c search_path=identity' })
  // An idle connection that the server closes is replaced at the next query; it must not end the process.
  pool.on('error', () => {})
  return pool
}

export type SignInPool = ReturnType<typeof openSignInPool>
