import { setTimeout as pause } from 'node:timers/promises'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { webhookUrl } from '../../benchmarks/parts/webhook-url.ts'
import type { Stage } from './acts/acts.ts'
import type { Form } from './acts/form.ts'
import { programme } from './acts/programme.ts'
import type { Findings } from './findings.ts'
import { Answers } from './play/answers.ts'
import { BatchOfMany } from './play/batch.ts'
import { Forgers } from './play/forgers.ts'
import { Meta } from './play/meta.ts'
import { settleUnknown } from './play/person.ts'
import { comesToRest } from './play/quiet.ts'
import { Staff } from './play/staff.ts'
import { NUMBERS, Town } from './play/town.ts'
import { House, WORKERS } from './processes/house.ts'
import { seeded } from './random.ts'
import { Tally } from './tally.ts'
import { comesTrue, until } from './until.ts'
import { compare } from './verdict/compare.ts'

const STAFF = ['admin@acme.test', 'admin@birch.test']
const WRITERS = 8
const TICK_MS = 500
const PROGRESS_EVERY_MS = 15_000
/** So often the person looks whether there is still something to settle. */
const LOOKS = 3

/** Sets everything up, lets people write and answer while it is broken, waits for rest, and compares. */
export async function runFaults(
  form: Form,
  seed: number,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  const tally = new Tally()
  const house = await House.open(tally, signal, async ({ simulatorUrl }) => {
    const meta = new Meta(simulatorUrl)
    await meta.change({ enforcePairRate: true, enforceThroughput: true })
    for (const id of NUMBERS) await meta.changeNumber(id, { messagingLimit: 'TIER_UNLIMITED' })
  })
  const meta = new Meta(house.simulatorUrl)
  let isOver = false
  const progress = setInterval(
    () => void report(meta, house, tally).catch(() => undefined),
    PROGRESS_EVERY_MS,
  )
  const forgers = new Forgers(await webhookUrl(house.simulatorUrl, defaultAccounts[0]!.wabaId))
  try {
    const staff = STAFF.map((email) => new Staff(house.webUrl, email, signal))
    for (const one of staff) {
      await one.signIn()
      await one.api('/settings', { method: 'PUT', body: { automaticPerMinute: 100_000 } })
    }
    const town = await Town.settle(meta, form.people, seeded(seed))
    const answers = new Answers(staff, seeded(seed + 1))
    answers.known = town.size
    await town.greet()
    await until('everybody is in the inbox', async () => (await answers.look()) === town.size, {
      withinMs: 60_000,
      everyMs: 300,
    })

    const stage: Stage = { house, meta, town, tally, random: seeded(seed + 2) }
    const isEnough = () =>
      signal.aborted || (isOver && town.written >= form.questions && answers.intents.length >= form.answers)
    const [batch] = await Promise.all([
      breakDuringBatch(stage, answers, staff[0]!, form.batch).then(async (sent) => {
        for (const act of programme(form, stage.random)) {
          signal.throwIfAborted()
          await act(stage)
          await pause(stage.random() * 600)
        }
        isOver = true
        return sent
      }),
      ask(town, form, isEnough),
      answers.work(form.answersPerSecond, WRITERS, isEnough),
    ])
    await forgers.stop()
    tally.add('forged delivery', forgers.posted)

    const ctx = { house, meta }
    let restless = await comesToRest(ctx, form.restWithinMs)
    // Which message each recipient became: what a person sends again is counted by it.
    await batch.readReport()
    for (let shown = -1, looks = 0; shown !== 0 && looks < LOOKS; looks++) {
      shown = await settleUnknown(ctx, staff, answers.intents)
      tally.add('shown to a person, who decides', shown)
      restless = await comesToRest(ctx, form.restWithinMs)
    }
    await compare({ ...ctx, staff, answers, batch, forgers, restless, tally, findings })
  } finally {
    isOver = true
    clearInterval(progress)
    await forgers.stop()
    await house.close()
  }
}

async function ask(town: Town, { questionsPerSecond }: Form, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await town.writeSome(Math.ceil((questionsPerSecond * TICK_MS) / 1000))
    await pause(TICK_MS)
  }
}

/** Both workers die in the middle of a batch; whoever comes next goes on with it. */
async function breakDuringBatch(
  { house, tally }: Stage,
  answers: Answers,
  staff: Staff,
  size: number,
): Promise<BatchOfMany> {
  const batch = await BatchOfMany.send(answers, staff, size)
  await comesTrue(async () => (await batch.sent(house)) > batch.size / 3, { withinMs: 30_000, everyMs: 20 })
  await Promise.all(WORKERS.map((name) => house.kill(name)))
  tally.add('SIGKILL of both workers in the middle of a batch')
  await Promise.all(WORKERS.map((name) => house.start(name)))
  return batch
}

async function report(meta: Meta, house: House, tally: Tally): Promise<void> {
  const done = tally.entries().reduce((sum, [, times]) => sum + times, 0)
  const { sends, deliveries } = await meta.counts()
  console.log(
    `  … ${sends.accepted} messages accepted, ${deliveries.delivered} of ${deliveries.made} webhooks acknowledged, ` +
      `${done} faults${house.isDatabaseUp ? '' : ', PostgreSQL is down'}`,
  )
}
