import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { z } from 'zod'
import { eraseConsentWords } from '../lib/consent/ledger/erase-words.ts'
import { askToConfirm } from '../lib/consent/person/ask-to-confirm.ts'
import { type RecordConsentInput, recordConsentInput } from '../lib/consent/person/consent-input.ts'
import { type RecordedByPerson, recordConsent } from '../lib/consent/person/record-consent.ts'
import { line } from '../lib/content/bounds.ts'
import { type Db, dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { findContact } from '../lib/identity/contact-nodes.ts'
import { CONSENTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { requireScope, type Scope } from '../lib/scope.ts'

interface ConsentContext {
  db: Db
  encryption: TenantEncryptionService
  scope: Scope & { userId: string | null }
}

type CommandContext = Parameters<CommandHandler<unknown, unknown>['execute']>[1]

/** In one transaction; what follows from it is begun after its commit. */
async function within<T>(
  { container, auth }: CommandContext,
  act: (ctx: ConsentContext) => Promise<T>,
): Promise<T> {
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  const scope = requireScope(auth)
  const em = container.resolve<EntityManager>('em').fork()
  const done = await em.transactional((tx) => act({ db: dbOf(tx), encryption, scope }))
  nudge(CONSENTS_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return done
}

const record: CommandHandler<RecordConsentInput, RecordedByPerson> = {
  id: 'communication_channels.consent.record',
  async execute(raw, ctx) {
    const input = recordConsentInput.parse(raw)
    return within(ctx, ({ db, encryption, scope }) => recordConsent(db, encryption, scope, input))
  },
  /** What was said and how it is known; neither the text nor the evidence. */
  buildLog: ({ input: { consent }, result }) => ({
    skipLog: result.isRepeated,
    actionLabel: consent.change === 'opt_in' ? 'Recorded a consent' : 'Recorded an opt-out',
    resourceKind: 'communication_channels.contact',
    resourceId: result.contactId,
    context: { purposes: consent.purposes, source: consent.source },
  }),
}

const askInput = z.object({ contactId: z.uuid() })

const ask: CommandHandler<z.infer<typeof askInput>, { contactId: string }> = {
  id: 'communication_channels.consent.ask',
  async execute(raw, ctx) {
    const { contactId } = askInput.parse(raw)
    return { contactId: await within(ctx, ({ db, scope }) => askToConfirm(db, scope, contactId)) }
  },
  buildLog: ({ result }) => ({
    actionLabel: 'Asked to confirm a consent',
    resourceKind: 'communication_channels.contact',
    resourceId: result.contactId,
  }),
}

const eraseInput = z.object({ contactId: z.uuid(), reason: line(1, 500) })

const erase: CommandHandler<z.infer<typeof eraseInput>, { contactId: string; erased: number }> = {
  id: 'communication_channels.consent.erase',
  async execute(raw, ctx) {
    const { contactId: askedId, reason } = eraseInput.parse(raw)
    return within(ctx, async ({ db, encryption, scope }) => {
      const { id: contactId } = await findContact(db, scope, askedId)
      const erased = await eraseConsentWords(db, encryption, scope, { contactId, reason })
      return { contactId, erased }
    })
  },
  /** Not why: it is about a person, and kept with what was erased. */
  buildLog: ({ result: { contactId, erased } }) => ({
    skipLog: erased === 0,
    actionLabel: 'Erased the words of consents',
    resourceKind: 'communication_channels.contact',
    resourceId: contactId,
    context: { entries: erased },
  }),
}

registerCommand(record)
registerCommand(ask)
registerCommand(erase)
