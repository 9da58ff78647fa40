import { hint, lines, type ReplyTexts } from './reply-texts.ts'

export const de: ReplyTexts = {
  stoppedMarketing: ({ business, start }) =>
    lines(
      `Sie erhalten keine Angebote und keine Werbung mehr von ${business}. Nachrichten zu Ihren Bestellungen und Terminen kommen weiterhin.`,
      hint(start, (word) => `Schreiben Sie ${word}, um wieder Angebote zu erhalten.`),
    ),
  stoppedAll: ({ business, start }) =>
    lines(
      `Sie erhalten keine Nachrichten mehr von ${business}, nur noch Antworten auf das, was Sie selbst schreiben.`,
      hint(start, (word) => `Schreiben Sie ${word}, um wieder Nachrichten zu erhalten.`),
    ),
  startedMarketing: ({ business, stop }) =>
    lines(`Ab jetzt erhalten Sie Angebote und Neuigkeiten von ${business}.`, hint(stop, ends)),
  startedAll: ({ business, stop }) =>
    lines(
      `Ab jetzt erhalten Sie Nachrichten von ${business}: zu Ihren Bestellungen und Terminen sowie Angebote und Neuigkeiten.`,
      hint(stop, ends),
    ),
  confirmed: ({ business, stop }) =>
    lines(
      `Vielen Dank. Sie haben bestätigt, dass Sie Angebote und Neuigkeiten von ${business} erhalten möchten.`,
      hint(stop, ends),
    ),
  question: ({ business, yes }) =>
    `Möchten Sie Angebote und Neuigkeiten von ${business} erhalten? Antworten Sie mit „${yes}“, um das zu bestätigen. Sonst schicken wir Ihnen keine.`,
}

function ends(word: string): string {
  return `Mit ${word} können Sie das jederzeit beenden.`
}
