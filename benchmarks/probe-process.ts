// Twenty deliveries a second among all the others, each looked for in the inbox's tables from the moment it was
// acknowledged.
import { setTimeout as pause } from 'node:timers/promises'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import pg from 'pg'
import { person, signedDelivery } from './parts/deliveries.ts'
import { given, say } from './parts/within-child.ts'

export interface ProbeResult {
  /** From acknowledgement to the inbox, each in milliseconds. */
  inboxMs: number[]
  /** Acknowledged, and not in the inbox within the patience. */
  unseen: number
}

const EVERY_MS = 50
const LOOK_EVERY_MS = 15
const PATIENCE_MS = 15_000
const account = defaultAccounts[0]!
const url = given('URL')
const waiting = new Map<string, number>()
const inboxMs: number[] = []

const client = new pg.Client({ connectionString: given('DATABASE_URL') })
await client.connect()
while (!(await isUnderWay())) await pause(LOOK_EVERY_MS)
const end = Date.now() + Number(given('SECONDS')) * 1000
let posted = 0
let unanswered = 0
let lastPost = 0
while (Date.now() < end || (waiting.size + unanswered > 0 && Date.now() < end + PATIENCE_MS)) {
  if (Date.now() < end && Date.now() - lastPost >= EVERY_MS) {
    lastPost = Date.now()
    unanswered++
    void post(`wamid.probe.${posted}`, posted++).finally(() => unanswered--)
  }
  await look()
  await pause(LOOK_EVERY_MS)
}
await client.end()
say({ inboxMs, unseen: waiting.size } satisfies ProbeResult)

/** The load's warm-up is over. */
async function isUnderWay(): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from cc_webhook_deliveries')
  return rows[0]!.n > Number(given('WARM_UP'))
}

async function post(id: string, serial: number): Promise<void> {
  const at = Math.floor(Date.now() / 1000)
  const messages = [{ id, from: person(9_000 + (serial % 200)), text: `Probe ${serial}`, at }]
  const { body, signature } = signedDelivery(account, account.numbers[0]!.id, { messages })
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  const response = await fetch(url, { method: 'POST', body, headers })
  if (response.status === 200) waiting.set(id, performance.now())
  await response.arrayBuffer()
}

async function look(): Promise<void> {
  if (waiting.size === 0) return
  const { rows } = await client.query<{ id: string }>(
    `select external_message_id as id from cc_external_messages m
     where channel_id = (select id from cc_communication_channels where external_identifier = $1)
       and external_message_id = any($2)`,
    [account.numbers[0]!.id, [...waiting.keys()]],
  )
  for (const { id } of rows) {
    inboxMs.push(performance.now() - waiting.get(id)!)
    waiting.delete(id)
  }
}
