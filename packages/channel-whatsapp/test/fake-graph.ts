import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  /** Below the version, with its query. */
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface FakeGraph {
  url: string
  asked: Asked[]
  close(): Promise<void>
}

/** A server in Graph's place that answers as the test says. `OM_WHATSAPP_GRAPH_URL` leads to it until it is closed. */
export async function startFakeGraph(
  answer: (asked: Asked, response: ServerResponse, url: string) => unknown,
): Promise<FakeGraph> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = request.url!.replace(/^\/v\d+\.0\//, '/')
    const one = { method: request.method!, path, headers: request.headers, body: Buffer.concat(parts) }
    asked.push(one)
    await answer(one, response, url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const before = process.env.OM_WHATSAPP_GRAPH_URL
  process.env.OM_WHATSAPP_GRAPH_URL = url
  return {
    url,
    asked,
    async close() {
      if (before === undefined) delete process.env.OM_WHATSAPP_GRAPH_URL
      else process.env.OM_WHATSAPP_GRAPH_URL = before
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export const graphError = (code: number, message = `(#${code}) title`, more: object = {}) => ({
  error: { message, type: 'OAuthException', code, ...more },
})

/** A number of ours, as the adapter's methods are told of it. */
export const ourNumber = {
  scope: { tenantId: 't', organizationId: 'o' },
  channel: { channelId: 'c', connectionId: 'k', externalIdentifier: '210', accountIdentifier: '110' },
  credentials: { accessToken: 'token', businessAccountId: '110', appId: '900', appSecret: 'secret' },
}
