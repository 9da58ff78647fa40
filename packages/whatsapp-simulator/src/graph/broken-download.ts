import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Clock } from '../clock.ts'

/** A caller that has waited so long for the rest has given up. */
const STALL_MS = 120_000

/** Sends half of a file that was announced whole: then breaks the connection, falls silent, or ends as if that were all. */
export async function sendHalf(
  outgoing: ServerResponse,
  clock: Clock,
  file: { bytes: Buffer; mimeType: string },
  how: 'reset' | 'stall' | 'short',
): Promise<Response> {
  const { bytes, mimeType } = file
  outgoing.writeHead(200, { 'content-type': mimeType, 'content-length': bytes.length })
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  await new Promise((resolve) => outgoing.write(half, resolve))
  if (how === 'short') outgoing.socket?.end()
  else if (how === 'reset') outgoing.socket?.resetAndDestroy()
  else {
    const cancel = clock.schedule(STALL_MS, () => outgoing.destroy())
    outgoing.once('close', cancel)
  }
  return RESPONSE_ALREADY_SENT
}

/** As long as the file and almost like it. */
export function withWrongByte(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}
