import type { Page } from 'playwright-core'
import { toAppear, toDisappear } from './browser.ts'

export type PhonePage = ReturnType<typeof phoneOn>

/** The simulator's phone in a customer's hand. */
export function phoneOn(page: Page) {
  const backToChats = page.getByRole('button', { name: 'Back to the chats' })
  const offline = page.getByRole('checkbox', { name: /^Phone offline/ })
  const log = page.getByRole('complementary', { name: 'Tools' }).getByRole('listitem')
  const bubble = (text: string) => page.getByRole('article').filter({ hasText: text })
  const write = async (text: string) => {
    const field = page.getByRole('textbox', { name: 'Message', exact: true })
    await field.fill(text)
    await field.press('Enter')
  }
  /** What stands beside a bubble shows once it is pointed at. */
  const actOn = async (text: string, act: string) => {
    await bubble(text).first().hover()
    await bubble(text).first().locator('..').getByRole('button', { name: act, exact: true }).click()
  }
  return {
    bubble,
    reaction: (text: string, emoji: string) =>
      bubble(text)
        .first()
        .getByRole('list', { name: 'Reactions' })
        .getByRole('listitem')
        .filter({ hasText: emoji }),
    /** Taps what the business offers in a message. */
    tap: (text: string, button: string) => bubble(text).first().getByRole('button', { name: button }).click(),
    /** Opens a sheet by the plus beside the message field. */
    async attach(kind: string) {
      await page.getByRole('button', { name: 'Attach' }).click()
      await page
        .getByRole('list', { name: 'What to attach' })
        .getByRole('button', { name: kind, exact: true })
        .click()
      return page.getByRole('dialog')
    },
    sheet: (title: string) => page.getByRole('dialog', { name: title }),
    /** Pressing the emoji that is there takes it back. */
    async react(text: string, emoji: string) {
      await actOn(text, 'React')
      await actOn(text, `React with ${emoji}`)
    },
    async quote(text: string, answer: string) {
      await actOn(text, 'Reply')
      await toAppear(page.getByRole('button', { name: 'Do not quote' }))
      await write(answer)
    },
    /** The newest line of the webhook log that has all of these words. */
    webhook: (...words: string[]) =>
      words.reduce((lines, word) => lines.filter({ hasText: word }), log).first(),
    async take(customer: string) {
      await page
        .getByRole('navigation', { name: 'Customers' })
        .getByRole('button', { name: customer })
        .click()
      await toAppear(page.getByRole('main', { name: `${customer}’s phone` }))
    },
    openChat: (business: string) =>
      page.getByRole('button', { name: `Open the chat with ${business}` }).click(),
    closeChat: () => backToChats.click(),
    /** The box follows the simulator's answer, so the phone's own sign is waited for. */
    async goOffline() {
      await offline.click()
      await toAppear(page.getByText('Offline', { exact: true }))
    },
    async goOnline() {
      await offline.click()
      await toAppear(page.getByText('Online', { exact: true }))
    },
    write,
    /** As if the phone had been without network since then; the tool itself suggests 25 hours. */
    async sendNextFrom25HoursAgo() {
      await page.getByRole('checkbox', { name: /^Send the next message with another time/ }).check()
      await toAppear(page.getByText('carries a time 25 hours ago'))
      return { sent: () => toDisappear(page.getByText('carries a time 25 hours ago')) }
    },
  }
}
