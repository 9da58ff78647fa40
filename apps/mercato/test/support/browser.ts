import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

const PATIENCE_MS = 10_000

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE_SIZED = { width: 390, height: 844 }

/** The Chromium of the machine; CHROMIUM_PATH names another one. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
      // A microphone that beeps, and nobody who has to allow it.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })
}

/** A person's own browser: cookies of their own. What its pages complain about is added to `problems`. */
export async function newPerson(
  browser: Browser,
  options: { viewport: { width: number; height: number }; baseURL: string; problems: string[] },
): Promise<BrowserContext> {
  const { viewport, baseURL, problems } = options
  const person = await browser.newContext({ viewport, baseURL, locale: 'en-US' })
  person.setDefaultTimeout(PATIENCE_MS)
  person.on('console', (message) => {
    // A refused policy, such as that for content, is told to the console as well.
    if (message.type() === 'error') problems.push(`${message.page()?.url()}: ${message.text()}`)
  })
  person.on('weberror', (error) => problems.push(`${error.page()?.url()}: ${error.error().message}`))
  return person
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('mercato-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/backend/**')
}

/** Waits until it is seen; throws after `timeout` milliseconds. */
export function toAppear(what: Locator, timeout = PATIENCE_MS): Promise<void> {
  return what.first().waitFor({ state: 'visible', timeout })
}

/** Waits until nothing like it is seen. */
export async function toDisappear(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'hidden' })
}

/** How far the page can be scrolled sideways, in pixels. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth')
}
