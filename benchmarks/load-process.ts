// Signed deliveries over 50 connections, each with a message id and a signature of its own, all made before the
// clock starts: as many as are answered, or RATE a second. The warm-up is not counted.

import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import autocannon from 'autocannon'
import { person, type SignedDelivery, signedDelivery } from './parts/deliveries.ts'
import { CONNECTIONS } from './parts/load-shape.ts'
import { offerEvenly } from './parts/offer-evenly.ts'
import { percentile } from './parts/percentile.ts'
import { RawPoster } from './parts/raw-post.ts'
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
const PEOPLE = 2_000

const account = defaultAccounts[0]!
const url = new URL(given('URL'))
const seconds = Number(given('SECONDS'))
const warmUpSeconds = Number(given('WARM_UP_SECONDS'))
let made = 0

say(process.env.RATE ? await evenly(Number(process.env.RATE)) : await asManyAsAreAnswered())

async function asManyAsAreAnswered(): Promise<LoadResult> {
  const post = (duration: number, shares: ReturnType<typeof request>[][]) =>
    autocannon({
      url: url.origin,
      connections: CONNECTIONS,
      duration,
      setupClient: (client) => client.setRequests(shares.pop()!),
    })
  const sharesOf = (duration: number) => {
    const each = Math.ceil((duration * MOST_PER_SECOND) / CONNECTIONS)
    return Array.from({ length: CONNECTIONS }, () => Array.from({ length: each }, request))
  }
  // All made before the first is sent: between the two there is no pause.
  const [warmUpShares, countedShares] = [sharesOf(warmUpSeconds), sharesOf(seconds)]
  const warmUp = await post(warmUpSeconds, warmUpShares)
  const counted = await post(seconds, countedShares)
  return {
    perSecond: counted['2xx'] / counted.duration,
    p50Ms: counted.latency.p50,
    p99Ms: counted.latency.p99,
    acknowledged: warmUp['2xx'] + counted['2xx'],
    refused: counted.non2xx + counted.errors + counted.timeouts,
    bodyBytes: Buffer.byteLength(request().body),
  }
}

async function evenly(rate: number): Promise<LoadResult> {
  const bytes = () => RawPoster.bytesOf(url, signed())
  const warmUps = Array.from({ length: rate * warmUpSeconds }, bytes)
  const deliveries = Array.from({ length: rate * seconds }, bytes)
  const poster = await RawPoster.open(url, CONNECTIONS)
  const offer = (all: Buffer[]) => offerEvenly(rate, all.length, (nth) => poster.post(all[nth]!))
  const warmUp = await offer(warmUps)
  const startedAt = performance.now()
  const counted = await offer(deliveries)
  const took = (performance.now() - startedAt) / 1000
  poster.close()
  const isTaken = (status: number) => status >= 200 && status < 300
  const taken = counted.statuses.filter(isTaken).length
  return {
    perSecond: taken / took,
    p50Ms: percentile(counted.latenciesMs, 50),
    p99Ms: percentile(counted.latenciesMs, 99),
    acknowledged: warmUp.statuses.filter(isTaken).length + taken,
    refused: counted.statuses.length - taken,
    bodyBytes: Buffer.byteLength(signed().body),
  }
}

function request() {
  const { body, signature } = signed()
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  return { method: 'POST', path: url.pathname, headers, body }
}

function signed(): SignedDelivery {
  const serial = made++
  return signedDelivery(account, account.numbers[0]!.id, {
    messages: [
      {
        id: `wamid.HBgLNDg2MDEyMzQ1NjcVAgASGBQ${given('RUN')}${String(serial).padStart(12, '0')}`,
        from: person(serial % PEOPLE),
        text: `Hello! I ordered the green tent (order ${serial}) two weeks ago and the parcel still shows "in transit". Could you find out where it is? I leave for the mountains on Friday.`,
        at: Math.floor(Date.now() / 1000),
      },
    ],
  })
}
