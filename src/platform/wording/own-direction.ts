/**
 * What is filled into a sentence keeps its own order: a German name or a telephone number inside Arabic, an Arabic name
 * inside German. It is put between U+2068 and U+2069 (first strong isolate), which work where no element can stand: in
 * SMS, mails, sheets and titles. An address of the web stays bare, or a telephone would take the sign for a part of it.
 */
export const inOwnDirection = (text: string, direction: 'ltr' | 'rtl') =>
  (direction === 'rtl' ? runsAgainstArabic : runsAgainstLatin).test(text) && !isLeftAlone.test(text)
    ? `\u2068${text}\u2069`
    : text

const runsAgainstLatin = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u
/** A letter read from left to right, or numbers in groups, whose groups would change places: 0611 31 45 67. */
const runsAgainstArabic =
  /[\p{L}--[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]]|\+\d|\d\)?[ \u00a0\/\-]+\(?\d{2}/v

const isLeftAlone = /^https?:\/\/|\u2068/
