import type { RecordedConsent } from '../consent/ledger/record-consents.ts'
import { hearRefusals } from '../consent/words/hear-refusals.ts'
import { hearWords } from '../consent/words/hear-words.ts'
import { type Heard, recordHeard } from '../consent/words/heard.ts'
import type { Db } from '../db.ts'
import type { AccountEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { type AccountReported, type HubEvent, recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import { keepReceivedFiles } from '../files/receive/keep-received.ts'
import { type RaisedMessage, raiseStatuses } from '../message-status.ts'
import { applyAccountEvents } from './apply-account-events.ts'
import { applyContacts } from './apply-contacts.ts'
import { type AppliedMessages, applyMessages, sealMessages } from './apply-messages.ts'
import { applyStatuses } from './apply-statuses.ts'
import { countField, type DeliveryOutcome } from './delivery-outcome.ts'
import { messageEvents } from './message-events.ts'
import type { MessageRow } from './message-row.ts'
import { type Placed, placeEvents } from './place-events.ts'
import type { ReadDelivery } from './read-deliveries.ts'

interface AppliedDeliveries {
  outcomes: Map<string, DeliveryOutcome>
  refs: Map<string, Set<bigint>>
  waitingFiles: number
  /** What people said about being written to. */
  consents: Heard<RecordedConsent>[]
}

/**
 * Applies deliveries within the transaction that claimed them. Any order, any repetition and any number of
 * workers end in the same rows: every step is unique by constraint, a greatest, or worked out from what is there.
 *
 * @returns the outcome of each delivery and what it is found by, and how many files are to be fetched because of them,
 *   and what of it is new in the ledger of consent
 */
export async function applyDeliveries(
  db: Db,
  encryption: TenantEncryptionService,
  deliveries: ReadDelivery[],
): Promise<AppliedDeliveries> {
  const { messages, statuses, names, accountEvents, outcomes, refs } = await placeEvents(db, deliveries)
  const events: HubEvent[] = []
  const heard: Heard[] = []
  let waitingFiles = 0

  const sealed = await sealMessages(encryption, messages)
  const contacts = await applyContacts(db, encryption, { messages, statuses, names })
  events.push(...contacts.events)
  if (messages.length > 0) {
    const applied = await applyMessages(db, messages, sealed, contacts.filed)
    const changed = [...applied.stored, ...applied.completed]
    waitingFiles = await keepReceivedFiles(db, encryption, changed)
    heard.push(...(await hearWords(db, saidNow(applied))))
    for (const { message } of applied.stored) outcomes.get(message.deliveryId)!.messages++
    for (const { deliveryId } of applied.duplicates) outcomes.get(deliveryId)!.duplicates++
    events.push(...messageEvents(applied), ...(await raiseStored(db, applied)).map(statusEvent))
  }

  const { raised, duplicates } = await applyStatuses(db, statuses)
  for (const { deliveryId } of statuses) outcomes.get(deliveryId)!.statuses++
  for (const { deliveryId } of duplicates) {
    outcomes.get(deliveryId)!.statuses--
    outcomes.get(deliveryId)!.duplicates++
  }
  events.push(...raised.map(statusEvent))
  heard.push(...(await hearRefusals(db, raised)))

  const reported = await applyAccountEvents(db, encryption, accountEvents)
  countAccountEvents(accountEvents, new Set(reported), outcomes)
  events.push(...accountReports(reported))
  await recordEvents(db, events)
  return { outcomes, refs, waitingFiles, consents: await recordHeard(db, encryption, heard) }
}

/** What was said before the channel was connected counts once it is told as said now, and not before. */
function saidNow({ stored, completed }: AppliedMessages): MessageRow[] {
  return [
    ...stored.filter(({ message }) => message.event.origin === 'live'),
    ...completed.filter(({ isNews }) => isNews),
  ]
}

/** Reports about what was written on the business's own phone may have come before it. */
async function raiseStored(db: Db, { stored }: AppliedMessages): Promise<RaisedMessage[]> {
  const outbound = stored.filter(({ message }) => message.event.direction === 'outbound')
  return raiseStatuses(
    db,
    outbound.map(({ message: { channel, event } }) => ({
      channelId: channel.id,
      externalMessageId: event.externalMessageId,
    })),
  )
}

function countAccountEvents(
  events: Placed<AccountEvent>[],
  applied: Set<Placed<AccountEvent>>,
  outcomes: Map<string, DeliveryOutcome>,
): void {
  for (const placed of events) {
    const outcome = outcomes.get(placed.deliveryId)!
    if (applied.has(placed)) outcome.accountEvents++
    else {
      outcome.ignored++
      countField(outcome, placed.event.field, 'not_kept')
    }
  }
}

function accountReports(applied: Placed<AccountEvent>[]): AccountReported[] {
  const channels = new Map(applied.map(({ channel }) => [channel.connectionId, channel]))
  return [...channels.values()].map(({ tenantId, organizationId, connectionId, providerKey }) => ({
    event: 'communication_channels.account.reported',
    tenantId,
    organizationId,
    payload: { connectionId, providerKey },
  }))
}
