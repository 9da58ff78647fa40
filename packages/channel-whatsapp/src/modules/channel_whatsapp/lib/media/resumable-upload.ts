import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { requestGraph } from '../graph/graph-client.ts'
import { GraphError, GraphUnreachable } from '../graph/graph-error.ts'

export interface ResumableFile {
  bytes: Uint8Array
  mimeType: string
  fileName: string
}

/** How often a broken connection is taken up again before a person hears of it. */
const MAX_RESUMPTIONS = 4
const TIMEOUT_MS = 120_000

const session = z.object({ id: z.string().startsWith('upload:') })
const progress = z.object({ file_offset: z.coerce.number().int().nonnegative() })
const finished = z.object({ h: z.string().min(1) })

/**
 * Meta's other way to take a file, for template headers and the profile's picture: a session of the app, the bytes from
 * an offset on, and a handle in the end. A broken connection goes on from where Meta says it has come to.
 *
 * @returns the handle
 * @throws GraphError, GraphUnreachable
 */
export async function resumableUpload(
  access: GraphAccess,
  appId: string,
  file: ResumableFile,
): Promise<string> {
  const query = new URLSearchParams({
    file_name: file.fileName,
    file_length: String(file.bytes.byteLength),
    file_type: file.mimeType,
  })
  const { id } = session.parse(
    await requestGraph(access, { method: 'POST', path: `${appId}/uploads?${query}` }),
  )
  for (let resumptions = 0; ; resumptions++) {
    try {
      const offset = resumptions === 0 ? 0 : await offsetOf(access, id)
      return await send(access, id, file.bytes, offset)
    } catch (failure) {
      if (resumptions === MAX_RESUMPTIONS || !isInterruption(failure)) throw failure
    }
  }
}

async function send(access: GraphAccess, id: string, bytes: Uint8Array, offset: number): Promise<string> {
  const answer = await requestGraph(access, {
    method: 'POST',
    path: id,
    body: bytes.subarray(offset),
    headers: { ...tokenOf(access), file_offset: String(offset) },
    timeoutMs: TIMEOUT_MS,
  })
  return finished.parse(answer).h
}

async function offsetOf(access: GraphAccess, id: string): Promise<number> {
  const answer = await requestGraph(access, { method: 'GET', path: id, headers: tokenOf(access) })
  return progress.parse(answer).file_offset
}

/** These calls want the token by this name. */
function tokenOf({ accessToken }: GraphAccess): { authorization: string } {
  return { authorization: `OAuth ${accessToken}` }
}

function isInterruption(failure: unknown): boolean {
  if (failure instanceof GraphUnreachable) return true
  return failure instanceof GraphError && (failure.httpStatus >= 500 || failure.isTransient)
}
