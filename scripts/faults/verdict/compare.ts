import type { Findings } from '../findings.ts'
import type { Answers } from '../play/answers.ts'
import type { BatchOfMany } from '../play/batch.ts'
import type { Forgers } from '../play/forgers.ts'
import type { Meta } from '../play/meta.ts'
import type { Staff } from '../play/staff.ts'
import type { House } from '../processes/house.ts'
import type { Tally } from '../tally.ts'
import { judgeFiles } from './judge-files.ts'
import { judgeInbound, judgeStatuses } from './judge-inbound.ts'
import { judgeOutbound } from './judge-outbound.ts'
import { judgeThreads } from './judge-threads.ts'
import { printFaults, printTable } from './print.ts'
import { readStored } from './stored.ts'
import { readTruth } from './truth.ts'

interface Played {
  house: House
  meta: Meta
  staff: Staff[]
  answers: Answers
  batch: BatchOfMany
  forgers: Forgers
  /** What did not come to an end. */
  restless: string[]
  tally: Tally
  findings: Findings
}

/** Reads both sides, prints the table, and notes what was promised. */
export async function compare({ findings, ...played }: Played): Promise<void> {
  const { house, meta, staff, answers, batch, forgers, restless, tally } = played
  const batchOdd = await batch.readReport()
  const truth = await readTruth(meta)
  const stored = await readStored(house, staff)
  const inbound = judgeInbound(truth, stored)
  const statuses = judgeStatuses(truth, stored)
  const outbound = judgeOutbound(truth, stored, answers.intents)

  printFaults(tally)
  printTable({ inbound, statuses, outbound })
  console.log()
  const all = (of: 'lost' | 'doubled' | 'misfiled' | 'untrue') =>
    [inbound, statuses, outbound].flatMap((v) => v[of])
  const missed = tally.entries().filter(([, times]) => times === 0)
  findings.note(
    'everything that was to be done to it was done',
    missed.map(([fault]) => fault),
  )
  findings.note('the product comes to rest by itself', restless)
  findings.note('nothing that was acknowledged is lost', all('lost'))
  findings.note('nothing is stored or sent twice', all('doubled'))
  findings.note('nothing is in another person’s thread or another number’s', all('misfiled'))
  findings.note('no unknown is left unsettled', outbound.unknown.left)
  findings.note('what is stored and shown is what was written, with its time', all('untrue'))
  findings.note(
    'unread counts, last activity and windows are those of the messages',
    judgeThreads(truth, stored),
  )
  findings.note('every delivery in the journal is applied, and none was forged', [
    ...stored.journal.dead.map((id) => `delivery ${id} is a dead letter`),
    ...(stored.journal.waiting > 0 ? [`${stored.journal.waiting} wait`] : []),
    ...(stored.journal.odd > 0 ? [`${stored.journal.odd} are foreign, disabled or unreadable`] : []),
    ...forgers.believed,
  ])
  findings.note(
    'every file that was sent is there once and whole, and no other',
    await judgeFiles(house, staff[0]!),
  )
  findings.note('everything recorded is published', stored.events > 0 ? [`${stored.events} events`] : [])
  findings.note('a batch that was broken off goes on and reports on everybody', batchOdd)
  findings.note('nobody is refused for what was done to it', answers.refusals)
  findings.note('no process ends by itself', house.endedByThemselves)
}
