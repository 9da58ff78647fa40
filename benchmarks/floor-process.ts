// The least that a webhook can be: read the body, check the signature, one INSERT, answer. What the product does
// more than this is what it costs.
import { createHmac, randomUUIDv7, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { given, onStop, say } from './parts/within-child.ts'

/** As many connections as the product's own pool. */
const pool = new pg.Pool({ connectionString: given('DATABASE_URL'), max: 10 })
const secret = given('APP_SECRET')

await pool.query(
  'create table floor_journal (id uuid primary key, received_at timestamptz not null, body bytea not null)',
)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    if (!isSigned(body, String(request.headers['x-hub-signature-256']))) return response.writeHead(401).end()
    pool
      .query('insert into floor_journal values ($1, $2, $3)', [randomUUIDv7(), new Date(), body])
      .then(() => response.writeHead(200).end('ok'))
      .catch(() => response.writeHead(503).end())
  })
})

function isSigned(body: Buffer, header: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest()
  const claimed = Buffer.from(header.slice('sha256='.length), 'hex')
  return claimed.length === expected.length && timingSafeEqual(claimed, expected)
}

onStop(async () => {
  server.close()
  server.closeAllConnections()
  await pool.end()
})
await new Promise<void>((listening) => server.listen(Number(given('PORT')), '127.0.0.1', listening))
say({ isReady: true })
