import { z } from 'zod'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { graphAccessOf } from './graph/graph-access.ts'
import { callGraph } from './graph/graph-client.ts'
import { listNumbers } from './graph/list-numbers.ts'
import { readProfile, writeProfile } from './numbers/business-profile.ts'
import * as calls from './numbers/number-calls.ts'
import { uploadForApp } from './numbers/profile-picture.ts'

type NumberMethods = Pick<
  WhatsAppExtendedAdapter,
  | 'getQualityRating'
  | 'listSenders'
  | 'listPhoneNumbers'
  | 'getBusinessProfile'
  | 'updateBusinessProfile'
  | 'uploadAsset'
  | 'registerNumber'
  | 'deregisterNumber'
  | 'requestCode'
  | 'verifyCode'
  | 'setPin'
  | 'requestDisplayName'
>

type Rating = Awaited<ReturnType<WhatsAppExtendedAdapter['getQualityRating']>>
const RATINGS: readonly Rating[] = ['GREEN', 'YELLOW', 'RED']
const ratedNumber = z.object({ quality_rating: z.string().nullish() })

const accountOf = graphAccessOf.extend({ businessAccountId: z.string() })
const appOf = z.object({ appId: z.string().nullish() })

/** What can be asked about a number and done to it. All throw GraphError and GraphUnreachable. */
export const numberMethods: NumberMethods = {
  async getQualityRating({ channel, credentials }) {
    const path = `${channel.externalIdentifier}?fields=quality_rating`
    const answer = await callGraph(graphAccessOf.parse(credentials), 'GET', path)
    const { quality_rating } = ratedNumber.parse(answer)
    return RATINGS.find((rating) => rating === quality_rating) ?? 'UNKNOWN'
  },

  async listSenders({ credentials }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    const numbers = await listNumbers(access, businessAccountId)
    return numbers.map((number) => ({
      id: number.id,
      displayName: number.verified_name || number.display_phone_number,
      identifier: number.display_phone_number,
    }))
  },

  async listPhoneNumbers({ credentials }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    return listNumbers(access, businessAccountId)
  },

  getBusinessProfile: ({ channel, credentials }) =>
    readProfile(graphAccessOf.parse(credentials), channel.externalIdentifier),

  async updateBusinessProfile({ channel, credentials, profile, picture }) {
    const access = graphAccessOf.parse(credentials)
    const handle = picture ? await uploadForApp(access, appOf.parse(credentials).appId, picture) : null
    await writeProfile(access, channel.externalIdentifier, profile, handle)
  },

  async uploadAsset({ credentials, file }) {
    const { appId } = appOf.parse(credentials)
    return { handle: await uploadForApp(graphAccessOf.parse(credentials), appId, file) }
  },

  registerNumber: ({ channel, credentials, pin }) =>
    calls.registerNumber(graphAccessOf.parse(credentials), channel.externalIdentifier, pin),
  deregisterNumber: ({ channel, credentials }) =>
    calls.deregisterNumber(graphAccessOf.parse(credentials), channel.externalIdentifier),
  requestCode: ({ channel, credentials, ...wish }) =>
    calls.requestCode(graphAccessOf.parse(credentials), channel.externalIdentifier, wish),
  verifyCode: ({ channel, credentials, code }) =>
    calls.verifyCode(graphAccessOf.parse(credentials), channel.externalIdentifier, code),
  setPin: ({ channel, credentials, pin }) =>
    calls.setPin(graphAccessOf.parse(credentials), channel.externalIdentifier, pin),
  requestDisplayName: ({ channel, credentials, name }) =>
    calls.requestDisplayName(graphAccessOf.parse(credentials), channel.externalIdentifier, name),
}
