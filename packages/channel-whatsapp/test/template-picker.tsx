import { jest } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { ComposerContext } from '../src/modules/channel_whatsapp/components/templates/composerContext.ts'
import { TemplatePicker } from '../src/modules/channel_whatsapp/components/templates/TemplatePicker.tsx'
import type { Template } from '../src/modules/channel_whatsapp/components/templates/template.ts'
import texts from '../src/modules/channel_whatsapp/i18n/en.json' with { type: 'json' }

const yes = { isAllowed: true, objections: [] }
export const allowed = { utility: yes, marketing: yes, authentication: yes }
/** What the clock beside the button that sends chooses. */
export const scheduledAt = '2026-11-22T09:00:00.000Z'

/** The picker in a composer whose window is closed, with these templates to choose from. */
export function showPicker(
  templates: Template[],
  send: ComposerContext['send'] = async () => {},
  change: Partial<ComposerContext> = {},
) {
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify({ items: templates })))
  const composer: ComposerContext = {
    conversationId: 'c1',
    channelId: 'ch1',
    providerKey: 'whatsapp',
    contact: { displayName: null, phone: null },
    businessName: null,
    window: { isRequired: true, isOpen: false, expiresAt: null },
    policy: allowed,
    send,
    sendLater: (isDisabled, onChoose) => (
      <button type="button" disabled={isDisabled} onClick={() => onChoose(scheduledAt)}>
        Send later
      </button>
    ),
    close: () => {},
    ...change,
  }
  return render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <TemplatePicker composer={composer} />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

export async function choose(name: RegExp): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Choose a template' }))
  await userEvent.click(await screen.findByRole('button', { name }))
}

export const sendNow = () => userEvent.click(screen.getByRole('button', { name: 'Send template' }))

/** What a machine finds wrong with the dialog for those who do not see it. */
export async function violationsIn(baseElement: Element): Promise<unknown[]> {
  const dialog = baseElement.querySelector('[role=dialog]') as HTMLElement
  const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}
