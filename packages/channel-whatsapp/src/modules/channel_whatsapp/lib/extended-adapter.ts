import type {
  ChannelAdapter,
  MarkReadInput,
  SendContentInput,
  SendOutcome,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { InteractiveContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/interactive'
import type { GraphNumber } from './graph/list-numbers.ts'

/** One number of ours, and the secrets to ask Meta about it. */
export type NumberInput = Pick<MarkReadInput, 'scope' | 'channel' | 'credentials'>

export type QualityRating = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
export type FormContent = Extract<InteractiveContent, { kind: 'form' }>

export interface BusinessProfile {
  about?: string
  address?: string
  description?: string
  email?: string
  vertical?: string
  websites?: string[]
}

export interface Product {
  productId: string
  name: string
  price: string | null
  currency: string | null
}

export type TemplateChange =
  | { action: 'create'; name: string; language: string; category: string; components: unknown[] }
  | { action: 'edit'; templateId: string; components: unknown[] }
  | { action: 'delete'; name: string; templateId?: string }

/** What only WhatsApp has. Its own pages and services use it; the hub knows nothing of it. */
export interface WhatsAppExtendedAdapter extends ChannelAdapter {
  manageTemplates(input: NumberInput & { change: TemplateChange }): Promise<{ templateId: string }>

  uploadMedia(input: NumberInput & { bytes: Uint8Array; mimeType: string }): Promise<{ mediaId: string }>
  downloadMedia(input: NumberInput & { mediaId: string }): Promise<{ bytes: Uint8Array; mimeType: string }>

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
  updateBusinessProfile(input: NumberInput & { profile: BusinessProfile }): Promise<void>

  /** The numbers of the account that the channel belongs to. */
  listPhoneNumbers(input: NumberInput): Promise<GraphNumber[]>

  listBlockedUsers(input: NumberInput): Promise<{ phone: string | null; userId: string | null }[]>
  blockUsers(input: NumberInput & { users: string[] }): Promise<void>
  unblockUsers(input: NumberInput & { users: string[] }): Promise<void>
}
