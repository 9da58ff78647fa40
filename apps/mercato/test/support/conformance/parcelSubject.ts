import type { SendContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { type Depot, openDepot, parcels } from '../pigeon/parcels.ts'
import type { PigeonSubject } from './pigeonSubject.ts'

export interface ParcelSubject extends ConformanceSubject {
  depot: Depot
}

/** Pigeons that carry parcels; `pigeons` is changed into it. */
export function parcelSubject(pigeons: PigeonSubject): ParcelSubject {
  const depot = openDepot()
  const { sendContent, ...methods } = parcels(depot, () => new Date())
  Object.assign(pigeons.adapter, methods, {
    async sendContent(input: SendContentInput) {
      const outcome = await sendContent!(input)
      if (outcome.outcome === 'sent') {
        const note = { to: '', words: '', about: null, label: input.callbackData }
        pigeons.loft.taken.push({ ...note, id: outcome.externalMessageId })
      }
      return outcome
    },
  })
  return { ...pigeons, depot }
}
