import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { OperatorError } from '../operator-error.ts'

/** Reads a backup from front to back: lines that say what comes, and between them the rows of a table. */
export class BackupReader {
  readonly #file: string
  readonly #chunks: AsyncIterator<Buffer>
  // Begins with the byte read last, so that the end of a table's rows is always found behind a line break.
  #buffer = Buffer.from('\n')

  constructor(file: string) {
    this.#file = file
    const source = createReadStream(file)
    const unpacked = createGunzip()
    source.on('error', error => unpacked.destroy(error))
    this.#chunks = source.pipe(unpacked)[Symbol.asyncIterator]()
  }

  /** The next line: its first word, and the facts behind it, as the shape expects them. */
  async line<Shape extends v.GenericSchema>(shape: Shape): Promise<v.InferOutput<Shape>> {
    let end = this.#buffer.indexOf('\n', 1)
    for (; end < 0; end = this.#buffer.indexOf('\n', 1)) await this.#readOn()
    const text = this.#buffer.subarray(1, end).toString()
    this.#buffer = this.#buffer.subarray(end)
    const space = text.indexOf(' ')
    try {
      return v.parse(shape, { kind: text.slice(0, space), facts: JSON.parse(text.slice(space)) })
    } catch {
      throw this.#damaged('is not a backup of KiezNetz')
    }
  }

  /** The rows of a table as PostgreSQL wrote them, up to the line `\.` that no row can be. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#buffer.indexOf('\n\\.\n')
      if (end >= 0) {
        yield this.#buffer.subarray(1, end + 1)
        this.#buffer = this.#buffer.subarray(end + 3)
        return
      }
      if (this.#buffer.length > 4) {
        yield this.#buffer.subarray(1, -3)
        this.#buffer = this.#buffer.subarray(-4)
      }
      await this.#readOn()
    }
  }

  /** Reads what is left, because the check sum of the whole file stands at its very end. */
  async finish() {
    while (!(await this.#nextChunk()).done);
  }

  async #readOn() {
    const next = await this.#nextChunk()
    if (next.done) throw this.#damaged('ends too early')
    this.#buffer = Buffer.concat([this.#buffer, next.value])
  }

  #nextChunk() {
    return this.#chunks.next().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new OperatorError(`There is no file ${this.#file}.`)
      if (error.code === 'Z_DATA_ERROR') throw this.#damaged('is damaged or not a backup of KiezNetz')
      if (error.code?.startsWith('Z_')) throw this.#damaged('ends too early')
      throw error
    })
  }

  #damaged(how: string) {
    return new OperatorError(`${this.#file} ${how}; nothing was restored. Take another backup file.`)
  }
}
