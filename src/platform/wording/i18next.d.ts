import type de from '../../../messages/de.json'

/** An unknown key is a type error; German is the language every key exists in. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof de }
  }
}
