import type { Tx } from '../../platform/database/connect.ts'
import type { Film } from '../read-film.ts'

export const writeFilm = (tx: Tx, cityId: string, { bytes, captions, mark }: Film) =>
  tx
    .insertInto('signLanguageFilms')
    .values({ cityId, bytes, captions, mark })
    .onConflict(conflict => conflict.column('cityId').doUpdateSet({ bytes, captions, mark }))
    .execute()
