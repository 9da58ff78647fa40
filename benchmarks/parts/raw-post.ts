import { connect, type Socket } from 'node:net'
import type { SignedDelivery } from './deliveries.ts'

/** The HTTP status; 0 where the connection broke. */
type Answered = (status: number) => void

/**
 * Posts over so many connections that are kept, with next to no work of its own: requests are bytes that are ready, and of
 * an answer only its status and its end are read. `node:http` would cost a load of thousands a second half a core, of
 * the two that what is measured has.
 */
export class RawPoster {
  private readonly url: URL
  private readonly idle: Socket[] = []
  private readonly queue: { bytes: Buffer; answered: Answered }[] = []
  private readonly onAnswer = new Map<Socket, Answered>()

  private constructor(url: URL) {
    this.url = url
  }

  static async open(url: URL, connections: number): Promise<RawPoster> {
    const poster = new RawPoster(url)
    await Promise.all(Array.from({ length: connections }, () => poster.connect()))
    return poster
  }

  /** The bytes of a request, to be made before the clock starts. */
  static bytesOf(url: URL, { body, signature }: SignedDelivery): Buffer {
    const head = [
      `POST ${url.pathname} HTTP/1.1`,
      `host: ${url.host}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-hub-signature-256: ${signature}`,
    ]
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
  }

  post(bytes: Buffer): Promise<number> {
    return new Promise((answered) => {
      this.queue.push({ bytes, answered })
      this.pump()
    })
  }

  close(): void {
    for (const socket of this.idle) socket.destroy()
  }

  private pump(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const socket = this.idle.shift()!
      const { bytes, answered } = this.queue.shift()!
      this.onAnswer.set(socket, answered)
      socket.write(bytes)
    }
  }

  private connect(): Promise<void> {
    const socket = connect(Number(this.url.port), this.url.hostname)
    socket.setNoDelay(true)
    let read = ''
    const done = (status: number) => {
      const answered = this.onAnswer.get(socket)
      this.onAnswer.delete(socket)
      answered?.(status)
    }
    socket.on('data', (chunk) => {
      read += chunk.toString('latin1')
      const status = statusOfWhole(read)
      if (status === null) return
      read = ''
      this.idle.push(socket)
      done(status)
      this.pump()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(0))
    return new Promise((resolve) =>
      socket.once('connect', () => {
        this.idle.push(socket)
        resolve()
      }),
    )
  }
}

/** Null while more has to come. */
function statusOfWhole(read: string): number | null {
  const end = read.indexOf('\r\n\r\n')
  if (end === -1) return null
  const length = /content-length: (\d+)/i.exec(read)?.[1]
  const isWhole = length === undefined ? read.endsWith('0\r\n\r\n') : read.length >= end + 4 + Number(length)
  return isWhole ? Number(read.slice(9, 12)) : null
}
