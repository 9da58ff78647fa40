import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import texts from '../../../i18n/en.json' with { type: 'json' }
import type { Message, MessageContent } from '../model/message.ts'
import { message, reaction } from '../testing/fakeHub.ts'
import { messageOfEachKind } from '../testing/messageOfEachKind.ts'
import { MessageBubble } from './MessageBubble.tsx'

type Props = Partial<ComponentProps<typeof MessageBubble>>

function show(shown: Message, props: Props = {}) {
  const { container } = render(
    <I18nProvider locale="en" dict={texts}>
      <ol>
        <MessageBubble
          message={shown}
          contactName="Maria Nowak"
          channelId="ch1"
          providerKey="demo"
          startsGroup
          endsGroup
          now={Date.parse('2026-11-21T12:00:00Z')}
          canResend={false}
          onResend={() => {}}
          onJump={null}
          {...props}
        />
      </ol>
    </I18nProvider>,
  )
  return container
}
const wordsOf = (container: HTMLElement) => (container.textContent ?? '').replace(/\s/g, ' ')

afterEach(cleanup)

test.each(messageOfEachKind)('$name shows what it says', ({ message: shown, words }) => {
  const text = wordsOf(show(shown))
  for (const word of words) expect(text).toContain(word)
  expect(text).not.toContain('communication_channels.')
})

test('an address in a text can be clicked, and an e-mail address that is none is only shown', () => {
  const text = show(message({ content: { type: 'text', text: 'See *https://shop.example/a*.' } }))
  expect(text.querySelector('strong a')?.getAttribute('href')).toBe('https://shop.example/a')
  const emails = [{ email: 'a\ud800@b.c' }]
  const card = show(message({ content: { type: 'contacts', contacts: [{ name: {}, emails }] } }))
  expect(card.querySelector('a')).toBeNull()
})

test.each([
  ['ringing', true, null, 'The customer is calling'],
  ['missed', true, null, 'Missed call from the customer'],
  ['ended', true, 185, 'Call from the customer · Duration 3:05'],
  ['missed', false, null, 'Call to the customer, not answered'],
] as const)('a call, %s, by the customer: %s', (state, isByCustomer, durationSeconds, words) => {
  const content: MessageContent = {
    type: 'call',
    targetExternalId: null,
    event: 'started',
    isByCustomer,
    isAnswered: null,
    durationSeconds: null,
    name: 'connect',
  }
  expect(wordsOf(show(message({ content, call: { state, durationSeconds } })))).toContain(words)
})

test('only web, phone and e-mail addresses become links', () => {
  const evil = 'javascript:alert(1)'
  const contents: MessageContent[] = [
    { type: 'location', latitude: 1, longitude: 2, url: evil },
    { type: 'interactive', kind: 'cta_url', body: 'Hi', label: 'Open', url: evil },
    {
      type: 'contacts',
      contacts: [
        {
          name: {},
          phones: [{ phone: evil }],
          emails: [{ email: evil }],
          urls: [{ url: evil }, { url: 'https://a.example' }],
        },
      ],
    },
  ]
  const links = contents.flatMap((content) =>
    [...show(message({ content, context: { referral: { sourceUrl: evil } } })).querySelectorAll('a')].map(
      (a) => a.protocol,
    ),
  )
  expect(links).toEqual(['https:', 'https:'])
})

describe('around what a message says', () => {
  test('stand who reacted and why a reaction failed', () => {
    const error = { code: 'made_up', message: 'Too old.', action: null }
    const author = { userId: 'u', name: 'Emil' }
    const own = reaction({ direction: 'outbound', emoji: '👍', status: 'failed', author, error })
    show(message({ reactions: [reaction({ emoji: '🙏' }), own] }))
    expect(screen.getByRole('button', { name: /^Maria Nowak: 🙏/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Emil: 👍.*Not delivered: Too old\./ })).toBeTruthy()
  })

  test('a quote leads to what it quotes', async () => {
    const onJump = jest.fn()
    const replyTo = { messageId: 'm0', direction: 'inbound', contentType: 'image', preview: '' } as const
    show(message({ replyTo }), { onJump })
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to the quoted message: Maria Nowak Picture' }),
    )
    expect(onJump).toHaveBeenCalledTimes(1)
  })

  test('a quoted message that is not known is called so, and leads nowhere', () => {
    const replyTo = { messageId: null, direction: null, contentType: null, preview: null }
    expect(wordsOf(show(message({ replyTo })))).toContain('A message that is not here')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test.each<[string, Partial<Message>]>([
    ['Forwarded many times', { context: { forwarded: 'often' } }],
    ['Big sale', { context: { referral: { headline: 'Big sale', sourceUrl: 'https://ad.example' } } }],
    ['tent-2', { context: { product: { productId: 'tent-2' } } }],
    ['edited', { editedAt: '2026-11-21T10:00:00Z' }],
    ['From the business’s phone', { direction: 'outbound', origin: 'device', status: 'sent' }],
    ['for a quality check', { direction: 'outbound', status: 'sent', hold: 'quality_assessment' }],
    [
      'code 131049 said the channel',
      {
        direction: 'outbound',
        status: 'failed',
        error: { code: 'limit', message: 'Not now.', action: null, detail: 'code 131049 said the channel' },
      },
    ],
    [
      'Can be sent again from',
      {
        direction: 'outbound',
        status: 'failed',
        error: { code: 'limit', message: 'Not now.', action: null, resend: '2026-11-22T12:00:00Z' },
      },
    ],
  ])('stands “%s” where it is so', (words, change) => {
    expect(wordsOf(show(message(change)))).toContain(words)
  })

  test('a withdrawn message is neither quoting nor reacted to any more', () => {
    const replyTo = { messageId: 'm0', direction: 'inbound', contentType: 'text', preview: 'Secret' } as const
    const shown = message({ content: { type: 'revoked' }, revokedAt: '2026-11-21T10:00:00Z', replyTo })
    expect(wordsOf(show(shown))).not.toContain('Secret')
  })
})

describe('the menu of a message', () => {
  const open = async (shown: Message, props: Props) => {
    show(shown, props)
    await userEvent.click(screen.getByRole('button', { name: 'What to do with this message' }))
    return within(await screen.findByRole('dialog'))
  }

  test('answers', async () => {
    const onReply = jest.fn()
    const menu = await open(message(), { onReply })
    await userEvent.click(menu.getByRole('button', { name: 'Reply' }))
    expect(onReply).toHaveBeenCalledWith(expect.objectContaining({ id: 'm1' }))
  })

  test('reacts, and takes the own reaction back', async () => {
    const onReact = jest.fn()
    const own = reaction({ direction: 'outbound', emoji: '👍', status: 'sent' })
    const menu = await open(message({ reactions: [own] }), { onReact })
    expect(menu.getByRole('button', { name: 'React with 👍' }).getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(menu.getByRole('button', { name: 'Take back my reaction' }))
    expect(onReact).toHaveBeenCalledWith(expect.objectContaining({ id: 'm1' }), '')
  })

  test.each<[string, Message, Props]>([
    ['who may not answer', message(), {}],
    [
      'a message still on its way',
      message({ direction: 'outbound', status: 'queued' }),
      { onReply: () => {} },
    ],
    ['a withdrawn one', message({ content: { type: 'revoked' } }), { onReply: () => {} }],
  ])('is not there for %s', (_, shown, props) => {
    show(shown, props)
    expect(screen.queryByRole('button', { name: 'What to do with this message' })).toBeNull()
  })
})
