import { randomBytes } from 'node:crypto'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { keepFile } from '../actions/keep-media.ts'
import { takeMediaFault } from '../actions/media-fault.ts'
import { LARGEST_BYTES } from '../rules/media/media-kinds.ts'
import type { UploadSession } from '../world/media.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError, outage, unknownNode } from './graph-error.ts'

/** https://developers.facebook.com/docs/graph-api/guides/upload */
const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4']

/** `POST /{app-id}/uploads`: begins an upload in pieces; its id is the address of the rest. */
export function postUploads(c: Context<GraphEnv>): Response {
  const appId = c.req.param('node')!
  if (c.get('caller').account.appId !== appId) throw unknownNode('post', appId)
  const { file_name, file_length, file_type } = c.get('parameters')
  const byteSize = Number(file_length)
  if (!Number.isInteger(byteSize) || byteSize < 1 || byteSize > LARGEST_BYTES)
    throw new GraphError(100, { title: `Param file_length must be a number from 1 to ${LARGEST_BYTES}` })
  if (typeof file_type !== 'string' || !TYPES.includes(file_type))
    throw new GraphError(100, { title: `Param file_type must be one of {${TYPES.join(', ')}}` })
  const { store } = c.get('simulation')
  const id = `upload:${randomBytes(24).toString('base64url')}`
  const fileName = typeof file_name === 'string' ? file_name : null
  store.world.uploadSessions[id] = { id, appId, fileName, mimeType: file_type, byteSize, file: null }
  store.changed({ kind: 'media', mediaId: id })
  return c.json({ id: `${id}?sig=${randomBytes(12).toString('base64url')}` })
}

/** `GET /upload:…`: how many bytes are there, to go on from. */
export function getUpload(c: Context<GraphEnv>): Response {
  const session = ownSession(c)
  return c.json({ id: session.id, file_offset: session.file?.byteSize ?? 0 })
}

/** `POST /upload:…`: the bytes from `file_offset` on. Answers the file's handle once all are there. */
export async function postUpload(c: Context<GraphEnv>): Promise<Response> {
  const session = ownSession(c)
  const simulation = c.get('simulation')
  const offset = Number(c.req.header('file_offset'))
  const had = session.file?.byteSize ?? 0
  if (!c.req.header('file_offset') || offset !== had)
    throw new GraphError(100, { details: `The upload goes on at file_offset ${had}.` })
  const piece = Buffer.from(await c.req.arrayBuffer())
  if (had + piece.length > session.byteSize)
    throw new GraphError(100, { details: `The file was to have ${session.byteSize} bytes.` })
  const fault = takeMediaFault(simulation, 'uploads')
  if (fault && fault !== 'reset') throw outage(Number(fault))
  const taken = fault ? piece.subarray(0, Math.floor(piece.length / 2)) : piece
  await addBytes(c, session, taken)
  if (fault) {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if (had + taken.length < session.byteSize)
    throw new GraphError(100, { details: `${had + taken.length} of ${session.byteSize} bytes are here.` })
  return c.json({ h: complete(c, session) })
}

async function addBytes(c: Context<GraphEnv>, session: UploadSession, piece: Buffer): Promise<void> {
  const simulation = c.get('simulation')
  const before = session.file && (await simulation.store.files.read(session.file.sha256))
  const bytes = Buffer.concat([before ?? Buffer.alloc(0), piece])
  const { mimeType, fileName } = session
  session.file = await keepFile(simulation, { bytes, mimeType, fileName })
  simulation.store.changed({ kind: 'media', mediaId: session.id })
}

function complete(c: Context<GraphEnv>, { id, appId, mimeType, file }: UploadSession): string {
  const { store } = c.get('simulation')
  const parts = [mimeType, randomBytes(30), appId].map((part) => Buffer.from(part).toString('base64url'))
  const handle = `4::${parts.join(':')}`
  store.world.handledFiles[handle] = { ...file!, appId }
  delete store.world.uploadSessions[id]
  store.changed({ kind: 'media', mediaId: handle })
  return handle
}

function ownSession(c: Context<GraphEnv>): UploadSession {
  const id = c.req.param('session')!.split('?')[0]!
  const session = c.get('simulation').store.world.uploadSessions[id]
  if (session?.appId !== c.get('caller').account.appId) throw unknownNode(c.req.method, id)
  return session
}
