import type { ComposerContext, TemplateToSend } from '../../../templates/composerContext.ts'
import type { Template, TemplateValues } from '../../../templates/template.ts'

type TestComposer = {
  channelId: string
  businessName: string | null
  send: (content: TemplateToSend) => Promise<void>
}

const yes = { isAllowed: true, objections: [] }

/** What the form of the composer needs where there is no conversation: a test asks nobody's policy but the server's. */
export function testComposer({ channelId, businessName, send }: TestComposer): ComposerContext {
  return {
    conversationId: '',
    channelId,
    providerKey: 'whatsapp',
    contact: { displayName: null, phone: null },
    businessName,
    window: { isRequired: true, isOpen: false, expiresAt: null },
    policy: { utility: yes, marketing: yes, authentication: yes },
    send,
    sendLater: () => null,
    close: () => {},
  }
}

/** The samples that were given to Meta with it, by where they go in the form. */
export function samplesOf({ parameters, cards }: Template): TemplateValues {
  const given = (parts: Template['parameters'], prefix = '') =>
    parts.flatMap(({ component, key, example }) =>
      example ? [[`${prefix}${component}.${key}`, example] as const] : [],
    )
  return Object.fromEntries([
    ...given(parameters),
    ...cards.flatMap((card, index) => given(card.parameters, `cards.${index}.`)),
  ])
}
