/**
 * A Ukrainian, Russian or Bulgarian word as somebody types it whose telephone has no Cyrillic letters: igrova grupa.
 * Both і and и become i, and г becomes g as well as h, because Ukrainian and Russian differ there.
 */
export const inLatinLetters = (word: string): string[] => {
  const small = word.toLowerCase()
  if (!/\p{Script=Cyrillic}/u.test(small)) return []
  const spelled = (letters: Partial<Record<string, string>>) =>
    [...small].map(letter => letters[letter] ?? latin[letter] ?? letter).join('')
  return [...new Set([spelled({}), spelled({ г: 'h' })])]
}

const latin: Partial<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'ye',
    ё: 'yo',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
  },
  ...{
    ї: 'yi',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
  },
  ...{
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: 'a',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
    ʼ: '',
  },
}
