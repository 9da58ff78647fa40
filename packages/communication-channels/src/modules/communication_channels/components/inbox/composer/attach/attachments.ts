import { List, MapPin, MessageSquareReply, UserRound } from 'lucide-react'
import { ButtonsForm } from '../buttons/ButtonsForm.tsx'
import { ButtonsPreview } from '../buttons/ButtonsPreview.tsx'
import {
  type ButtonsDraft,
  buttonsFields,
  buttonsOf,
  checkButtons,
  emptyButtons,
  isEmptyButtons,
} from '../buttons/buttonsDraft.ts'
import { ContactForm } from '../contact/ContactForm.tsx'
import { ContactPreview } from '../contact/ContactPreview.tsx'
import {
  type ContactDraft,
  checkContact,
  contactFields,
  contactOf,
  emptyContact,
  isEmptyContact,
} from '../contact/contactDraft.ts'
import { ListForm } from '../list/ListForm.tsx'
import { ListPreview } from '../list/ListPreview.tsx'
import { emptyList, isEmptyList, type ListDraft, listFields, listOf } from '../list/listDraft.ts'
import { LocationForm } from '../location/LocationForm.tsx'
import { LocationPreview } from '../location/LocationPreview.tsx'
import {
  checkLocation,
  emptyLocation,
  isEmptyLocation,
  type LocationDraft,
  locationFields,
  locationOf,
} from '../location/locationDraft.ts'
import type { Attachment } from './attachment.ts'
import type { WithFallback } from './fallback.ts'

export type Drafts = {
  location: LocationDraft & WithFallback
  contact: ContactDraft & WithFallback
  buttons: ButtonsDraft & WithFallback
  list: ListDraft & WithFallback
}
export type AttachmentName = keyof Drafts

export const attachments: { [Name in AttachmentName]: Attachment<Drafts[Name]> } = {
  location: {
    icon: MapPin,
    Form: LocationForm,
    Preview: LocationPreview,
    empty: emptyLocation,
    isEmpty: isEmptyLocation,
    fields: locationFields,
    check: checkLocation,
    toContent: locationOf,
  },
  contact: {
    icon: UserRound,
    Form: ContactForm,
    Preview: ContactPreview,
    empty: emptyContact,
    isEmpty: isEmptyContact,
    fields: contactFields,
    check: checkContact,
    toContent: contactOf,
  },
  buttons: {
    icon: MessageSquareReply,
    Form: ButtonsForm,
    Preview: ButtonsPreview,
    empty: emptyButtons,
    isEmpty: isEmptyButtons,
    fields: buttonsFields,
    check: checkButtons,
    toContent: buttonsOf,
  },
  list: {
    icon: List,
    Form: ListForm,
    Preview: ListPreview,
    empty: emptyList,
    isEmpty: isEmptyList,
    fields: listFields,
    toContent: listOf,
  },
}

export const attachmentNames = Object.keys(attachments) as AttachmentName[]

export const emptyDrafts = (): Drafts => ({
  location: emptyLocation(),
  contact: emptyContact(),
  buttons: emptyButtons(),
  list: emptyList(),
})
