import type {
  OutboundContent,
  OutboundRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { z } from 'zod'
import { wireTemplate } from '../templates/wire-template.ts'
import { contacts } from './contacts.ts'
import type { ContentKind } from './content-kind.ts'
import { interactiveKinds } from './interactive.ts'
import { location } from './location.ts'
import { audio, document, image, sticker, video } from './media.ts'
import { reaction } from './reaction.ts'
import { text } from './text.ts'

type Type = Exclude<OutboundContent['type'], 'interactive'>
type ContentOf<T extends Type> = Extract<OutboundContent, { type: T }>

const kinds: { [T in Type]: ContentKind<ContentOf<T>> } = {
  text,
  image,
  video,
  audio,
  document,
  sticker,
  location,
  contacts,
  reaction,
  /** Its limits hang on the template as Meta has it, so `prepareTemplate` checks them. */
  template: { limits: z.unknown(), wire: wireTemplate },
}

/** The table's entry for a content, which by its type takes exactly that content. */
export function kindOf<Content extends OutboundContent | OutboundRequest>(content: Content) {
  const kind = content.type === 'interactive' ? interactiveKinds[content.kind] : kinds[content.type]
  return kind as ContentKind<Content>
}
