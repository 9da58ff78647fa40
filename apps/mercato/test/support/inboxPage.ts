import type { Locator, Page } from 'playwright-core'
import { toAppear } from './browser.ts'

/** What a person finds on the inbox page, by the words they read there. */
export function inboxOn(page: Page) {
  const thread = page.getByRole('region', { name: 'Messages' })
  const row = (customer: string): Locator =>
    page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: customer })
  return {
    row,
    unreadRow: (customer: string) => row(customer).filter({ hasText: 'Unread messages:' }),
    bubble: (text: string) => thread.getByRole('listitem').filter({ hasText: text }),
    tick: (text: string, state: string) =>
      thread.getByRole('listitem').filter({ hasText: text }).getByRole('img', { name: state, exact: true }),
    answerField: page.getByLabel('Your answer'),
    async open(customer: string) {
      await row(customer).click()
      await toAppear(page.getByRole('heading', { name: customer }))
    },
    async answer(text: string) {
      await page.getByLabel('Your answer').fill(text)
      await page.getByLabel('Your answer').press('Enter')
    },
  }
}
