import { connect } from 'node:net'

export interface RawAnswer {
  /** 0: the connection was closed without an answer. */
  status: number
  headers: string
  /** Whether the server closed the connection by itself. */
  isClosed: boolean
}

/**
 * Writes a request by hand, so that its body can stop in the middle, and gives what was answered.
 *
 * @param untilClosed waits for the server to close the connection, not only for its answer
 */
export function rawRequest(
  port: number,
  lines: readonly string[],
  body: string | Buffer = '',
  untilClosed = false,
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const end = (isClosed: boolean) => {
      socket.destroy()
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
      resolve({ status, headers: answer.split('\r\n\r\n')[0]!.toLowerCase(), isClosed })
    }
    socket.on('data', (chunk) => {
      answer += chunk
      if (!untilClosed && answer.includes('\r\n\r\n')) end(false)
    })
    socket.on('close', () => end(true))
    socket.on('error', () => undefined)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    socket.write(body)
  })
}
