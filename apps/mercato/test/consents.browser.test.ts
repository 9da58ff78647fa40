import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { agreed, csvOf, phoneNumber } from './support/consentList.ts'
import { onDatabase } from './support/onDatabase.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: a shop brings in the people who agreed elsewhere, and shows that its record holds.

const LAPTOP = { width: 1280, height: 800 }
const ROWS = 10_000
const FAULTY = [
  agreed('+48 12', { note: 'too short' }),
  agreed(phoneNumber(7)),
  agreed(phoneNumber(20_000), { agreed_at: '2031-01-01' }),
  agreed(phoneNumber(20_001), { source_document: '', note: '' }),
]

const PEOPLE = Array.from({ length: ROWS - FAULTY.length }, (_, nth) => agreed(phoneNumber(nth)))
const LIST = csvOf([...PEOPLE, ...FAULTY])

jest.setTimeout(90_000)

let stage: Stage
let page: Page
let small: Page
beforeAll(async () => {
  stage = await openStage()
  page = await stage.newPage(LAPTOP)
  small = await stage.newPage(PHONE_SIZED)
  await signIn(page, 'admin@acme.test')
  await signIn(small, 'admin@acme.test')
})
afterAll(() => stage?.close())

const button = (name: string | RegExp, on = page) => on.getByRole('button', { name })
async function seeOnPhone(what: string): Promise<void> {
  await small.goto(page.url())
  await toAppear(small.getByText(what))
  expect(await sidewaysOf(small)).toBe(0)
  expect(await sidewaysOf(page)).toBe(0)
}

describe('the page of consents', () => {
  test('says where consents come from while there are none', async () => {
    await page.goto('/backend/inbox')
    await page.getByRole('link', { name: 'Consents' }).click()
    await toAppear(page.getByText('Nothing is recorded yet'))
    await seeOnPhone('Nothing is recorded yet')
  })

  test('refuses a spreadsheet under the name of a list, and says what to do', async () => {
    await button('Import a list').click()
    await choose(Buffer.from('504b03041400060008000000', 'hex'))
    await button('Check the list').click()
    await toAppear(page.getByText('This is a spreadsheet, whatever its name ends in.'))
    await seeOnPhone('Choose a CSV file, or drop it here')
  })

  test('says which needed column is missing and which are there, and has an example to download', async () => {
    await choose(Buffer.from('phone,Name\n+48601234567,Maria\n'))
    await button('Check the list').click()
    await toAppear(page.getByText('does not name the column agreed_at. It names: phone and Name.'))
    await toAppear(page.getByText('When they agreed: 2026-05-03'))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download an example' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('consents-example.csv')
    await page.getByText('Which columns the list has').click()
  })

  test('checks a list of 10,000 people and names the faulty rows by line and reason', async () => {
    await choose(Buffer.from(LIST))
    await page.getByLabel('Language of the text (optional)').fill('en')
    await button('Check the list').click()
    await toAppear(page.getByText('Rows that can be recorded: 9,996'), 60_000)
    await toAppear(page.getByText('Nothing is recorded yet.', { exact: true }))
    await toAppear(page.getByText('Line 9,998'))
    await toAppear(page.getByText(/no whole phone number/))
    await toAppear(page.getByText('The same person stands in line 9 already.'))
    await toAppear(page.getByText('This date lies in the future.'))
    await toAppear(page.getByText(/Nothing shows that the person agreed/))
    await seeOnPhone('Rows that can be recorded: 9,996')
  })

  test('gives out the faulty rows as a file to put right', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('consents-faulty.csv')
  })

  test('records the others and shows how far it is, then its report', async () => {
    await button('Record 9,996 rows').click()
    await toAppear(page.getByRole('progressbar', { name: /Recorded: [1-9][\d,]* of 9,996/ }))
    await seeOnPhone('of 9,996')
    await toAppear(page.getByText('Recorded: 9,996', { exact: true }), 60_000)
    await toAppear(page.getByText(/Faulty rows were left out: 4/))
    await seeOnPhone('Recorded: 9,996')
  })

  test('says of the same file that it was recorded before', async () => {
    await page.goto('/backend/consents?import=new')
    await choose(Buffer.from(LIST))
    await button('Check the list').click()
    await toAppear(page.getByText(/^The same file was recorded on /), 60_000)
    await seeOnPhone('The same file was recorded on ')
    await button('Discard').click()
  })
})

describe('what is on record', () => {
  test('is found by phone, and says of each person why', async () => {
    await page.keyboard.press('Escape')
    await toDisappear(page.getByRole('dialog'))
    await page.getByLabel('Phone number').fill('+48 601 500 007')
    await page.waitForURL(/phone=/)
    const row = page.getByRole('row').filter({ hasText: '+48601500007' })
    await toAppear(row.getByText('From a list'))
    await toDisappear(page.getByRole('link', { name: '+48601500009' }))
    await row.getByRole('link').click()
    await toAppear(page.getByRole('dialog').getByText(/Yes, write to me about offers/))
    await seeOnPhone('form-2026-05.pdf')
    await page.keyboard.press('Escape')
  })

  test('has the import in its list', async () => {
    await page.getByRole('tab', { name: 'Imports' }).click()
    await toAppear(page.getByRole('link', { name: 'people.csv' }))
    await seeOnPhone('people.csv')
  })

  test('holds, and says so', async () => {
    await page.getByRole('tab', { name: 'Record' }).click()
    await toAppear(page.getByRole('heading', { name: 'The record holds' }), 60_000)
    await toAppear(page.getByText(/Entries checked: 9,996/))
    await seeOnPhone('The record holds')
  })

  test('names the entry that somebody has changed in the database', async () => {
    await onDatabase(
      stage.databaseUrl,
      `update cc_consent_events set occurred_at = occurred_at + interval '1 day' where seq = 4711`,
    )
    await button('Check again').click()
    await toAppear(page.getByRole('heading', { name: 'The record was tampered with' }), 60_000)
    await toAppear(page.getByText('Entry 4,711'))
    await seeOnPhone('The record was tampered with')
  })
})

test('no page complained to the console but of the file that was refused', () => {
  expect(stage.problems.filter((problem) => !/status of 422/.test(problem))).toEqual([])
})

async function choose(bytes: Buffer): Promise<void> {
  await page
    .getByLabel(/CSV file|people\.csv/)
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: bytes })
}
