import type { ComposerContext, TemplateToSend } from '../../../templates/composerContext.ts'
import type { Template, TemplatePart, TemplateValues } from '../../../templates/template.ts'

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
export function samplesOf(template: Template): TemplateValues {
  const given = ({ parameters, buttons }: TemplatePart, prefix = '') => [
    ...parameters.map(({ component, key, example }) => [`${prefix}${component}.${key}`, example] as const),
    ...buttons.map(({ takes, example }, index) => {
      const isTyped = takes === 'suffix' || takes === 'code'
      return [`${prefix}buttons.${index}`, isTyped ? example : null] as const
    }),
  ]
  const all = [given(template), ...template.cards.map((card, index) => given(card, `cards.${index}.`))].flat()
  return Object.fromEntries(all.flatMap(([path, example]) => (example ? [[path, example]] : [])))
}
