import type { Page } from 'playwright-core'
import { toAppear, toDisappear } from './browser.ts'

/** The simulator's phone in a customer's hand. */
export function phoneOn(page: Page) {
  const backToChats = page.getByRole('button', { name: 'Back to the chats' })
  const offline = page.getByRole('checkbox', { name: /^Phone offline/ })
  const log = page.getByRole('complementary', { name: 'Tools' }).getByRole('listitem')
  return {
    bubble: (text: string) => page.getByRole('article').filter({ hasText: text }),
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
    async write(text: string) {
      const field = page.getByRole('textbox', { name: 'Message', exact: true })
      await field.fill(text)
      await field.press('Enter')
    },
    /** As if the phone had been without network since then; the tool itself suggests 25 hours. */
    async sendNextFrom25HoursAgo() {
      await page.getByRole('checkbox', { name: /^Send the next message with another time/ }).check()
      await toAppear(page.getByText('carries a time 25 hours ago'))
      return { sent: () => toDisappear(page.getByText('carries a time 25 hours ago')) }
    },
  }
}
