import type { NoteKind } from './note.ts'

const query = (parameters: Record<string, string | undefined>) => {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1])
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The addresses of the pinboards. */
export const paths = {
  all: (language: string, wish: { district?: string | undefined; kind?: NoteKind | undefined } = {}) =>
    `/${language}/neighbours${query(wish)}`,
  pinboard: (language: string, slug: string, kind?: NoteKind) =>
    `/${language}/centres/${slug}/pinboard${query({ kind })}`,
  send: (language: string, slug: string) => `/${language}/centres/${slug}/pinboard/new`,
  interested: (language: string, slug: string, noteId: string) =>
    `/${language}/centres/${slug}/pinboard/${noteId}`,
  own: (language: string, link: string) => `/${language}/neighbours/own/${link}`,
  takeBack: (language: string, link: string) => `/${language}/neighbours/own/${link}/take-back`,
  byCode: (language: string) => `/${language}/neighbours/code`,
  takeBackByCode: (language: string) => `/${language}/neighbours/code/take-back`,
  list: (language: string) => `/${language}/staff/neighbours`,
  sheet: (language: string, slug: string) => `/${language}/staff/neighbours/sheet${query({ centre: slug })}`,
  enter: (language: string) => `/${language}/staff/neighbours/new`,
  note: (language: string, id: string) => `/${language}/staff/neighbours/${id}`,
  understand: (language: string, id: string) => `/${language}/staff/neighbours/${id}/understand`,
  takeDown: (language: string, id: string) => `/${language}/staff/neighbours/${id}/take-down`,
  passOn: (language: string, id: string) => `/${language}/staff/neighbours/${id}/passed-on`,
  showCode: (language: string) => `/${language}/staff/neighbours/code`,
}
