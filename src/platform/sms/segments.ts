/**
 * In how many parts an SMS travels, each of which is paid for (3GPP TS 23.038 and 23.040). Letters of the GSM alphabet
 * take 7 bits, some of them twice; one letter outside of it, such as Arabic or ı, makes all take 16.
 */
export function segmentsOf(text: string): number {
  const isGsm = [...text].every(letter => basic.has(letter) || extended.has(letter))
  return isGsm
    ? partsOf(
        [...text].map(letter => (extended.has(letter) ? 2 : 1)),
        { alone: 160, each: 153 },
      )
    : partsOf(
        [...text].map(letter => letter.length),
        { alone: 70, each: 67 },
      )
}

/** A letter that takes two places is never cut in half, so a part may end one place early. */
function partsOf(sizes: readonly number[], { alone, each }: { alone: number; each: number }) {
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  if (whole <= alone) return 1
  let [parts, used] = [1, 0]
  for (const size of sizes) {
    if (used + size > each) {
      parts++
      used = 0
    }
    used += size
  }
  return parts
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extended = new Set('\f^{}\\[~]|€')
