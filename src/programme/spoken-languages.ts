/** Languages in which something may be offered here, the most frequent among families first. */
export const spokenLanguages = [
  ...['de', 'en', 'tr', 'ar', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr', 'es', 'it', 'el', 'hr', 'sr'],
  ...['sq', 'ku', 'pt', 'hu', 'ur', 'so', 'am', 'vi', 'zh'],
] as const
