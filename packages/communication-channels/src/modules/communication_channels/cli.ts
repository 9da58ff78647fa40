import type { EntityManager } from '@mikro-orm/postgresql'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { ModuleCli } from '@open-mercato/shared/modules/registry'
import { atOneMoment } from './lib/consent/ledger/at-one-moment.ts'
import { tenantsWithLedger } from './lib/consent/ledger/head.ts'
import { type VerifiedLedger, verifyLedger } from './lib/consent/ledger/verify/verify-ledger.ts'
import { dbOf } from './lib/db.ts'
import type { TenantEncryptionService } from './lib/encryption-service.ts'

/** Whether every tenant's ledger of consents is as it was recorded; the process ends with 1 where one is not. */
const verifyConsents: ModuleCli = {
  command: 'verify-consents',
  async run() {
    const container = await createRequestContainer()
    const em = container.resolve<EntityManager>('em')
    const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const tenantIds = await tenantsWithLedger(dbOf(em.fork()))
    if (tenantIds.length === 0) console.log('Nothing was recorded yet.')
    for (const tenantId of tenantIds) {
      const verified = await atOneMoment(em, (db) => verifyLedger(db, encryption, tenantId))
      console.log(reportOf(tenantId, verified))
      if (!verified.holds) process.exitCode = 1
    }
  },
}

function reportOf(tenantId: string, { holds, checked, head, erasedWords, findings }: VerifiedLedger): string {
  if (holds) {
    const erased = erasedWords > 0 ? `, the words of ${erasedWords} erased on request` : ''
    return `${tenantId}: holds. ${checked} entries${erased}. It ends with ${head?.hash}.`
  }
  const lines = findings.map(({ sentence, eventId, contactId }) => {
    const named = [eventId && `event ${eventId}`, contactId && `contact ${contactId}`].filter(Boolean)
    return `  ${sentence}${named.length > 0 ? ` (${named.join(', ')})` : ''}`
  })
  return [`${tenantId}: DOES NOT HOLD. ${checked} entries were looked at.`, ...lines].join('\n')
}

export default [verifyConsents]
