/** Takes out what stands beside the voice in MP4 and MP3: title, place, device. Other forms seldom carry any. */
export const withoutTags = (bytes: Buffer): Buffer => {
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return withoutBoxes(bytes)
  if (bytes.toString('latin1', 0, 3) === 'ID3') return bytes.subarray(lengthOfId3(bytes))
  return bytes
}

/**
 * Boxes that describe become free space and stay where they are, because others count from the beginning of the file
 * (ISO 14496-12, 8.1.2).
 */
const withoutBoxes = (bytes: Buffer): Buffer => {
  const cleared = Buffer.from(bytes)
  clearBoxes(cleared, 0, cleared.length)
  return cleared
}

const clearBoxes = (bytes: Buffer, from: number, until: number) => {
  for (let at = from; at + 8 <= until; ) {
    const size = bytes.readUInt32BE(at)
    // Zero reaches to the end of the file; one is a length in 64 bits, which no recording of this size needs.
    const end = size === 0 ? until : at + size
    if ((size !== 0 && size < 8) || end > until) return
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (holding.has(kind)) clearBoxes(bytes, at + 8, end)
    if (describing.has(kind)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, at + 8, end)
    }
    at = end
  }
}

const describing = new Set(['udta', 'meta', 'uuid'])
const holding = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf'])

/** Ten bytes of head, then as many as its last four say, seven bits in each (id3.org, ID3v2.4). */
const lengthOfId3 = (bytes: Buffer) =>
  bytes.length < 10
    ? bytes.length
    : 10 + bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
