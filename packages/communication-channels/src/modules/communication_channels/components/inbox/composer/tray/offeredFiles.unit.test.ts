import { expect, test } from '@jest/globals'
import { droppedFiles, pastedFiles } from './offeredFiles.ts'

const picture = { name: 'image.png' } as File
const transfer = (types: string[], files: File[], items: unknown[] = []) =>
  ({ types, files, items }) as unknown as DataTransfer

test.each([
  ['a screenshot', ['Files'], [picture]],
  ['a picture copied from a page', ['text/html', 'Files'], [picture]],
  ['a file copied from a folder, with its name', ['text/plain', 'Files'], [picture]],
  ['cells of a table, with a picture of them', ['text/plain', 'text/html', 'Files'], []],
])('%s is pasted as what is meant', (_name, types, files) => {
  expect(pastedFiles(transfer(types, [picture]))).toEqual(files)
})

test('a folder that is dropped is no file', () => {
  const folder = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }), getAsFile: () => ({}) }
  const one = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }), getAsFile: () => picture }
  expect(droppedFiles(transfer(['Files'], [], [folder, one, { kind: 'string' }]))).toEqual([picture])
  expect(droppedFiles(transfer(['Files'], [picture]))).toEqual([picture])
})
