import type { Locator, Page } from 'playwright-core'
import { signIn, toAppear, toDisappear } from './browser.ts'

export type InboxPage = ReturnType<typeof inboxOn>

/** Signs in and goes to the inbox. */
export async function openInbox(page: Page, email: string): Promise<InboxPage> {
  await signIn(page, email)
  await page.goto('/backend/inbox')
  return inboxOn(page)
}

/** What a person finds on the inbox page, by the words they read there; `messages` is what the thread is called. */
export function inboxOn(page: Page, messages = 'Messages') {
  const thread = page.getByRole('region', { name: messages })
  const row = (customer: string): Locator =>
    page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: customer })
  const answerField = page.getByRole('textbox', { name: 'Your answer' })
  const bubble = (text: string) => thread.getByRole('listitem').filter({ hasText: text })
  const actOn = async (text: string, act: string) => {
    await bubble(text).first().hover()
    await bubble(text).first().getByRole('button', { name: 'What to do with this message' }).click()
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
  }
  return {
    thread,
    row,
    /** Something from the menu of a message. */
    actOn,
    unreadRow: (customer: string) => row(customer).filter({ hasText: 'Unread messages:' }),
    bubble,
    /** A reaction on the message, by who gave it. */
    reaction: (text: string, from: string, emoji: string) =>
      bubble(text)
        .first()
        .getByRole('button', { name: `${from}: ${emoji}` }),
    /** The words a message quotes, within the message. */
    quoteIn: (text: string, quoted: string) =>
      bubble(text).getByRole('button', { name: 'Go to the quoted message:' }).filter({ hasText: quoted }),
    tick: (text: string, state: string) => bubble(text).getByRole('img', { name: state, exact: true }),
    answerField,
    async open(customer: string) {
      await row(customer).click()
      await toAppear(page.getByRole('heading', { name: customer }))
    },
    async answer(text: string) {
      await answerField.fill(text)
      await answerField.press('Enter')
    },
    /** Opens one of the composer's forms. */
    async attach(kind: string) {
      await page.getByRole('button', { name: 'Attach' }).click()
      await page.getByRole('menuitem', { name: kind }).click()
      return formIn(page.getByRole('dialog', { name: kind }))
    },
    react: (text: string, emoji: string) => actOn(text, `React with ${emoji}`),
    takeReactionBack: (text: string) => actOn(text, 'Take back my reaction'),
    async quote(text: string, answer: string) {
      await actOn(text, 'Reply')
      await toAppear(page.getByRole('group', { name: 'Your answer quotes' }).getByText(text))
      await this.answer(answer)
    },
  }
}

function formIn(dialog: Locator) {
  const field = (label: string, index = 0) => dialog.getByRole('textbox', { name: label }).nth(index)
  const send = () => dialog.getByRole('button', { name: 'Send', exact: true }).click()
  return {
    dialog,
    field,
    async fill(values: Record<string, string>) {
      for (const [label, value] of Object.entries(values)) await field(label).fill(value)
    },
    add: (what: string) => dialog.getByRole('button', { name: `Add a ${what}` }).click(),
    send,
    /** Sends it and waits until it closes, which it only does once it was accepted. */
    async sendAway() {
      await send()
      await toDisappear(dialog)
    },
    async leave() {
      await dialog.press('Escape')
      await toDisappear(dialog)
    },
  }
}
