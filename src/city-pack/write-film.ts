import { compare } from './compare.ts'
import { filmFiles } from './read-film.ts'
import { writeFilm as store } from './store/film.ts'
import type { Writing } from './writing.ts'

/** The start page in sign language, with its captions; without the file the city keeps what it has. */
export const writeFilm = async ({ tx, cityId, pack: { film }, stored }: Writing) => {
  const compared = compare(filmFiles.film, film && [{ key: filmFiles.film, value: film.mark }], stored)
  if (film && compared.written.length > 0) await store(tx, cityId, film)
  return compared
}
