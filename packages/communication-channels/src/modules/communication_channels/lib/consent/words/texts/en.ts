import { hint, lines, type ReplyTexts } from './reply-texts.ts'

export const en: ReplyTexts = {
  stoppedMarketing: ({ business, start }) =>
    lines(
      `You will get no more offers or advertising from ${business}. Messages about your orders and appointments still come.`,
      hint(start, (word) => `Write ${word} to get offers again.`),
    ),
  stoppedAll: ({ business, start }) =>
    lines(
      `You will get no more messages from ${business}, only answers to what you write yourself.`,
      hint(start, (word) => `Write ${word} to get messages again.`),
    ),
  startedMarketing: ({ business, stop }) =>
    lines(`From now on you get offers and news from ${business}.`, hint(stop, ends)),
  startedAll: ({ business, stop }) =>
    lines(
      `From now on you get messages from ${business}: about your orders and appointments, and offers and news.`,
      hint(stop, ends),
    ),
  confirmed: ({ business, stop }) =>
    lines(
      `Thank you. You have confirmed that you want to get offers and news from ${business}.`,
      hint(stop, ends),
    ),
  question: ({ business, yes }) =>
    `Do you want to get offers and news from ${business}? Answer “${yes}” to confirm. Without that we send you none.`,
}

function ends(word: string): string {
  return `Write ${word} at any time to end that.`
}
