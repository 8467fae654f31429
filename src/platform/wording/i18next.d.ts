import type families from '../../../messages/families/de.json'
import type staff from '../../../messages/staff/de.json'

/** An unknown key is a type error; German is the language every key exists in. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof families & typeof staff }
  }
}
