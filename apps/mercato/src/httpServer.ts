import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** Whoever does not come to the point gives the connection back. */
const HEADERS_MS = 15_000
const SMALL_BODY_MS = 30_000
/** Staff attach files of 100 MB, also over a slow line. */
const REQUEST_MS = 15 * 60_000
const SMALL_BODY_BYTES = 4 * 1024 * 1024
const CHECK_EVERY_MS = 2_000
const MAX_HEADER_BYTES = 16 * 1024
/** With 64 KB of a body that nobody has read yet, the most that they cost is about 300 MB. */
const MAX_CONNECTIONS = 5_000

export interface HttpServer {
  port: number
  /** Takes nothing new, waits for what is under way, and cuts off what takes longer. */
  stop(patienceMs: number): Promise<void>
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> | void

/** Listens on a port (0: any free one), with bounds on what a peer may take. Rejects where the port is taken. */
export async function openHttpServer(
  listener: Listener,
  { port, address }: { port: number; address: string | undefined },
): Promise<HttpServer> {
  /** By connection: a set of answers, made anew with each, would keep every one of them for the next major collection. */
  const latest = new Map<Socket, ServerResponse>()
  let isStopping = false
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (incoming, outgoing) => {
      latest.set(incoming.socket, outgoing)
      if (isStopping) outgoing.shouldKeepAlive = false
      boundSmallBody(incoming, outgoing)
      void listener(incoming, outgoing)
    },
  )
  server.maxConnections = MAX_CONNECTIONS
  server.on('connection', (socket) => socket.once('close', () => latest.delete(socket)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop(patienceMs) {
      isStopping = true
      for (const outgoing of latest.values()) if (!outgoing.headersSent) outgoing.shouldKeepAlive = false
      return close(server, patienceMs)
    },
  }
}

/** What can be held by sending a few bytes slowly is not worth fifteen minutes. */
function boundSmallBody(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return
  if (Number(incoming.headers['content-length'] ?? 0) > SMALL_BODY_BYTES) return
  const timer = setTimeout(() => incoming.socket.destroy(), SMALL_BODY_MS)
  const done = () => clearTimeout(timer)
  incoming.once('end', done)
  outgoing.once('close', done)
}

function close(server: Server, patienceMs: number): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
  // A connection that is kept for a next request becomes idle only after its answer.
  const tidying = setInterval(() => server.closeIdleConnections(), 50)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience)
      clearInterval(tidying)
      resolve()
    })
  })
}
