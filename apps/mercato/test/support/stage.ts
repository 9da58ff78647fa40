import type { Browser, Page } from 'playwright-core'
import { DESKTOP, newPerson, openBrowser } from './browser.ts'
import { type PhonePage, phoneOn } from './phonePage.ts'
import { runProduct } from './runningProduct.ts'

/** The running product, with the simulator's phone beside a desk. */
export interface Stage {
  /** A page of the product; nobody is signed in yet. */
  desk: Page
  phone: PhonePage
  /** Where the phone and Meta's side of the simulator are; pages go to the product by a path alone. */
  phoneUrl: string
  databaseUrl: string
  /** Another page of the product, in a browser of its own. */
  newPage(viewport: { width: number; height: number }): Promise<Page>
  /** What any page complained about to its console. */
  problems: string[]
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const problems: string[] = []
  const product = await runProduct()
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await product.stop()
  }
  try {
    const opened = await openBrowser()
    browser = opened
    const newPage: Stage['newPage'] = async (viewport) =>
      (await newPerson(opened, { viewport, baseURL: product.url, problems })).newPage()
    const desk = await newPage(DESKTOP)
    // In a browser of its own: Chromium slows down a tab behind another one.
    const phonePage = await newPage(DESKTOP)
    await phonePage.goto(product.phoneUrl)
    const { phoneUrl, databaseUrl } = product
    return { desk, phone: phoneOn(phonePage), phoneUrl, databaseUrl, newPage, problems, close }
  } catch (error) {
    await close()
    throw error
  }
}
