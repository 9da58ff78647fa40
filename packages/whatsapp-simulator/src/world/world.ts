import type { BusinessNumber } from '../accounts/account.ts'
import type { NumberState } from '../accounts/number-state.ts'
import type { Template } from '../accounts/template.ts'
import type { TemplateRecord } from '../accounts/template-record.ts'
import type { TemplateReview } from '../accounts/template-review.ts'
import type { FreeEntry } from '../rules/free-entry.ts'
import type { HeldTemplateName, TemplateLimit } from '../rules/template/template-limits.ts'
import { type Customer, defaultCustomers } from './customer.ts'
import type { Delivery } from './delivery.ts'
import { type Faults, noFaults } from './faults.ts'
import type { HandledFile, Media, UploadSession } from './media.ts'
import type { Message } from './message.ts'
import type { BusinessProfile, Registration } from './registration.ts'

export type AppSubscription = { callbackUrl: string; fields: string[]; active: boolean }

/** An app that listens to a WABA; with an override its `messages` go there instead of to the app's callback. */
export type AccountSubscription = { appId: string; wabaId: string; overrideCallbackUri: string | null }

/** Everything the simulator remembers but the bytes of files; plain JSON, so that it can be written down as it is. */
export type World = {
  version: 1
  customers: Customer[]
  messages: Message[]
  /** Newest inbound time (ms) by `windowKey(phoneNumberId, customerId)`. */
  lastInboundAt: Record<string, number>
  /** Of who came from an advertisement, by the same key. */
  freeEntries: Record<string, FreeEntry>
  appSubscriptions: Record<string, AppSubscription>
  accountSubscriptions: AccountSubscription[]
  deliveries: Delivery[]
  faults: Faults
  /** Files by their id; their bytes lie beside the snapshot. */
  media: Record<string, Media>
  uploadSessions: Record<string, UploadSession>
  handledFiles: Record<string, HandledFile>
  /** Where the messages of one number go, instead of where its account's go. */
  numberOverrides: Record<string, string>
  addedNumbers: (BusinessNumber & { wabaId: string })[]
  /** By the id of the account. */
  addedTemplates: Record<string, Template[]>
  registrations: Record<string, Registration>
  profiles: Record<string, BusinessProfile>
  /** Display names that were asked for, and those that customers see since Meta approved them; by the number's id. */
  requestedNames: Record<string, { name: string; status: NumberState['nameStatus'] }>
  approvedNames: Record<string, string>
  /** What was changed of a number, by its id. */
  numberStates: Record<string, Partial<NumberState>>
  /** What was changed of a template, by its id. */
  templateStates: Record<string, TemplateRecord>
  /** Names of deleted templates that cannot be used again yet. */
  heldTemplateNames: HeldTemplateName[]
  /** When an account sent in templates within the last hour, and how many it may have; by its id. */
  templateCreations: Record<string, number[]>
  templateLimits: Record<string, TemplateLimit>
  /** Null: as the simulator was started. */
  templateReview: TemplateReview | null
}

export function createWorld(): World {
  return {
    version: 1,
    customers: structuredClone(defaultCustomers),
    messages: [],
    lastInboundAt: {},
    freeEntries: {},
    appSubscriptions: {},
    accountSubscriptions: [],
    deliveries: [],
    faults: structuredClone(noFaults),
    media: {},
    uploadSessions: {},
    handledFiles: {},
    numberOverrides: {},
    addedNumbers: [],
    addedTemplates: {},
    registrations: {},
    profiles: {},
    requestedNames: {},
    approvedNames: {},
    numberStates: {},
    templateStates: {},
    heldTemplateNames: [],
    templateCreations: {},
    templateLimits: {},
    templateReview: null,
  }
}

/** The files that something here is about, by their SHA-256. */
export function filesOf({ media, messages, uploadSessions, handledFiles, profiles }: World): Set<string> {
  const files = [
    ...Object.values(media),
    ...messages.flatMap((message) => message.files ?? []),
    ...Object.values(uploadSessions).flatMap(({ file }) => file ?? []),
    ...Object.values(handledFiles),
  ]
  const pictures = Object.values(profiles).flatMap(({ picture }) => picture ?? [])
  return new Set([...files.map((file) => file.sha256), ...pictures])
}

/** Forgets people, messages and faults, but not who listens: a test between two cases keeps its webhook. */
export function resetWorld(world: World): void {
  const { appSubscriptions, accountSubscriptions, numberOverrides } = world
  Object.assign(world, createWorld(), { appSubscriptions, accountSubscriptions, numberOverrides })
}
