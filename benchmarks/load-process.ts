// Signed deliveries over 50 connections, each with a message id and a signature of its own, all made before the
// clock starts. The warm-up is not counted.

import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import autocannon from 'autocannon'
import { person, signedDelivery } from './parts/deliveries.ts'
import { CONNECTIONS, WARM_UP_SECONDS } from './parts/load-shape.ts'
import { given, say } from './parts/within-child.ts'

export interface LoadResult {
  /** Deliveries answered with 2xx while counting. */
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** 2xx answers, the warm-up's included: as many rows there must be at least. */
  acknowledged: number
  /** Answers other than 2xx, broken connections and timeouts. */
  refused: number
  bodyBytes: number
}

/** More than any server on one core answers; should one do it all the same, ids would repeat. */
const MOST_PER_SECOND = 12_000
/** A connection that is answered more quickly than others posts more. */
const ROOM = 1.5
const PEOPLE = 2_000

const account = defaultAccounts[0]!
const url = new URL(given('URL'))
const seconds = Number(given('SECONDS'))
/** Deliveries a second; absent: as many as are answered. */
const rate = process.env.RATE ? Number(process.env.RATE) : undefined
let made = 0

// All made before the first is sent: between the two there is no pause.
const [warmUpShares, countedShares] = [shares(WARM_UP_SECONDS), shares(seconds)]
const warmUp = await run(WARM_UP_SECONDS, warmUpShares)
const counted = await run(seconds, countedShares)
say({
  perSecond: counted['2xx'] / counted.duration,
  p50Ms: counted.latency.p50,
  p99Ms: counted.latency.p99,
  acknowledged: warmUp['2xx'] + counted['2xx'],
  refused: counted.non2xx + counted.errors + counted.timeouts,
  bodyBytes: Buffer.byteLength(request().body),
} satisfies LoadResult)

/** What each connection posts. */
function shares(duration: number) {
  const each = Math.ceil((duration * (rate ? rate * ROOM : MOST_PER_SECOND)) / CONNECTIONS)
  return Array.from({ length: CONNECTIONS }, () => Array.from({ length: each }, request))
}

function run(duration: number, all: ReturnType<typeof shares>) {
  return autocannon({
    url: url.origin,
    connections: CONNECTIONS,
    duration,
    ...(rate && { overallRate: rate }),
    setupClient: (client) => client.setRequests(all.pop()!),
  })
}

function request() {
  const serial = made++
  const { body, signature } = signedDelivery(account, account.numbers[0]!.id, {
    messages: [
      {
        id: `wamid.HBgLNDg2MDEyMzQ1NjcVAgASGBQ${given('RUN')}${String(serial).padStart(12, '0')}`,
        from: person(serial % PEOPLE),
        text: `Hello! I ordered the green tent (order ${serial}) two weeks ago and the parcel still shows "in transit". Could you find out where it is? I leave for the mountains on Friday.`,
        at: Math.floor(Date.now() / 1000),
      },
    ],
  })
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  return { method: 'POST', path: url.pathname, headers, body }
}
