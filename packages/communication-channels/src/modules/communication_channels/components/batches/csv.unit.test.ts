import { describe, expect, test } from '@jest/globals'
import { csvOf } from './csv.ts'

const line = (...cells: (string | number | null)[]) => csvOf([cells]).slice(1).trimEnd()

describe('a report as a file', () => {
  test('says that it is UTF-8 and has one line a row', () => {
    expect(csvOf([['a'], [1]])).toBe('\uFEFFa\r\n1\r\n')
  })

  test.each([
    ['Paid, not sent', '"Paid, not sent"'],
    ['He said "no"', '"He said ""no"""'],
    ['One\ntwo', '"One\ntwo"'],
    ['', ''],
  ])('%j is one cell', (text, written) => {
    expect(line(text, null)).toBe(`${written},`)
  })

  test.each(['=1+1', '+1-2', '-2', '@sum(a1)', '\t=1'])('%j is no formula', (text) => {
    expect(line(text)).toBe(`'${text}`)
  })

  test('a phone number and a number stay what they are', () => {
    expect(line('+48601234567', -5)).toBe('+48601234567,-5')
  })
})
