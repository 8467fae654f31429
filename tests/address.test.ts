import { expect, test } from 'vitest'
import { sentencesOf } from './support/sentences.ts'

/**
 * How no language speaks to families (docs/languages.md): as to one close friend where it is polite, or as to a
 * stranger where it is close. Pronouns, and what pages ask for most; Turkish is short on buttons, and is left out.
 */
const never: Record<string, string> = {
  de: '(?<![.?!:„–] )Ihnen|deine[rmns]? Kinder Ihre',
  ar: 'أنتَ|أنتِ|لديك|طفلك|اسمك|رقمك|موعدك|مكانك|رمزك|اكتب|اكتبه|اضغط|اختر|انظر|اتصل|افتح|أدخل|عندك',
  uk: 'ти|тебе|тобі|твій|твоя|твоє|твої|запиши|напиши|подивись|подивися|приходь|введи|обери|вибери|натисни|скажи|перевір|спробуй|відкрий|збережи|зателефонуй|подзвони',
  ru: 'ты|тебя|тебе|твой|твоя|твоё|твои|запиши|напиши|посмотри|приходи|введи|выбери|нажми|измени|скажи|проверь|попробуй|открой|сохрани|позвони',
  bg: 'теб|твой|твоя|твоят|твоето|твоите|запиши|напиши|виж|ела|въведи|избери|натисни|опитай|отвори|запази',
  fa: 'تو|بنویس|کن|ببین|بیا|برو|بگو|بزن',
  ti: 'ንስኻ|ንስኺ|ጽሓፍ|ጽሓፎ|ርአ|ምረጽ|ደውል|ሕተት',
  fr: 'tu|ton|ta|tes|toi|note-le|écris|choisis',
  pl: 'Pan|Pani|Państwo|Państwa',
  ro: 'dumneavoastră|dvs',
}

test.each(Object.entries(never))('%s keeps to its way of addressing families', (language, words) => {
  const wrong = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${words})(?![\\p{L}\\p{M}])`, 'u')
  const found = [...sentencesOf('families', language)].filter(
    ([key, sentence]) => !key.endsWith('.words') && wrong.test(sentence),
  )
  expect(found).toEqual([])
})
