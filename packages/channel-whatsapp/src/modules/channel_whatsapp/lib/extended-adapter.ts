import type {
  ChannelAdapter,
  ListSendersInput,
  MarkReadInput,
  SenderInfo,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type {
  SendContentInput,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { InteractiveContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/interactive'
import type { ApiVersionDefinition } from '@open-mercato/shared/modules/integrations/types'
import type { GraphNumber } from './graph/list-numbers.ts'
import type { SubmittedTemplate, TemplateEdit } from './graph/manage-templates.ts'
import type { LibraryChoice } from './graph/template-library.ts'
import type { ResumableFile } from './media/resumable-upload.ts'
import type { BusinessProfile, BusinessProfileChange } from './numbers/business-profile.ts'
import type { AccountSubscription, AppSubscription } from './subscriptions/read-subscriptions.ts'
import type { Callback, WebhookLevel } from './subscriptions/subscribe.ts'
import type { TemplateDefinition } from './templates/definition/definition.ts'

/** One number of ours, and the secrets to ask Meta about it. */
export type NumberInput = Pick<MarkReadInput, 'scope' | 'channel' | 'credentials'>

export type QualityRating = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
export type FormContent = Extract<InteractiveContent, { kind: 'form' }>

export interface Product {
  productId: string
  name: string
  price: string | null
  currency: string | null
}

/** Templates by Meta's ids. Names and languages stay as they were made. */
export type TemplateChange =
  | { action: 'create'; definition: TemplateDefinition }
  | { action: 'create_from_library'; choice: LibraryChoice }
  | { action: 'edit'; templateId: string; edit: TemplateEdit }
  /** Without an id all languages of the name. */
  | { action: 'delete'; name: string; templateId: string | null }
  | { action: 'archive' | 'unarchive' | 'unpause'; templateId: string }

/** What only WhatsApp has. Its own pages and services use it; the hub knows nothing of it. */
export interface WhatsAppExtendedAdapter extends ChannelAdapter {
  /** @returns what Meta made of a new one; null for everything else */
  manageTemplates(input: NumberInput & { change: TemplateChange }): Promise<SubmittedTemplate | null>

  uploadMedia: NonNullable<ChannelAdapter['uploadMedia']>
  downloadMedia: NonNullable<ChannelAdapter['downloadMedia']>
  /** A file for a template's header or the profile's picture. Needs the app's id among the credentials. */
  uploadAsset(input: NumberInput & { file: ResumableFile }): Promise<{ handle: string }>

  /** Until when free-form messages may go out. `null`: the customer has never written. */
  getConversationWindow(input: { lastInboundAt: Date | null; now: Date }): {
    isOpen: boolean
    expiresAt: Date | null
  }
  /** How customers took the number's messages in the last seven days. */
  getQualityRating(input: NumberInput): Promise<QualityRating>

  /** A form made with Meta (a flow), as a message. */
  sendFlowMessage(input: Omit<SendContentInput, 'content'> & { content: FormContent }): Promise<SendOutcome>
  getCatalogProducts(input: NumberInput & { catalogId: string }): Promise<Product[]>

  getBusinessProfile(input: NumberInput): Promise<BusinessProfile>
  /** What is left out stays. */
  updateBusinessProfile(
    input: NumberInput & { profile: BusinessProfileChange; picture?: ResumableFile },
  ): Promise<void>

  listSenders(input: ListSendersInput): Promise<SenderInfo[]>
  /** The numbers of the account that the channel belongs to. */
  listPhoneNumbers(input: NumberInput): Promise<GraphNumber[]>
  /** Brings the number to the Cloud API. With one that has no PIN yet, this sets it. */
  registerNumber(input: NumberInput & { pin: string }): Promise<void>
  deregisterNumber(input: NumberInput): Promise<void>
  /** Has Meta tell the number a code; `language` like `en_US`. */
  requestCode(input: NumberInput & { method: 'SMS' | 'VOICE'; language: string }): Promise<void>
  verifyCode(input: NumberInput & { code: string }): Promise<void>
  setPin(input: NumberInput & { pin: string }): Promise<void>
  /** Meta reviews the name. */
  requestDisplayName(input: NumberInput & { name: string }): Promise<void>

  /** The versions of Graph that can be chosen, the default among them. */
  readonly apiVersions: readonly ApiVersionDefinition[]
  /** Where Meta is to deliver to, for a connection's key. */
  getWebhookUrl(input: { publicUrl: string; connectionKey: string }): string
  /** `app` needs the app's id and secret among the credentials; without a callback an override is taken away. */
  subscribeWebhook(input: NumberInput & { level: WebhookLevel; callback: Callback | null }): Promise<void>
  unsubscribeWebhook(input: NumberInput & { level: WebhookLevel }): Promise<void>
  getWebhookSubscriptions(input: NumberInput): Promise<{
    /** Null where the credentials name no app, or it has no callback. */
    app: AppSubscription | null
    account: AccountSubscription
    /** The number's own address; null where it has none. */
    number: string | null
  }>

  /** At most the first 10,000. */
  listBlockedUsers(input: NumberInput): Promise<{ phone: string | null; userId: string | null }[]>
  /** By phone with its plus, or by user id. Only who wrote within the last 24 hours can be blocked. */
  blockUsers(input: NumberInput & { users: string[] }): Promise<void>
  unblockUsers(input: NumberInput & { users: string[] }): Promise<void>
}
