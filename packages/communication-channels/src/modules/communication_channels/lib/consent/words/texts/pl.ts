import { hint, lines, type ReplyTexts } from './reply-texts.ts'

export const pl: ReplyTexts = {
  stoppedMarketing: ({ business, start }) =>
    lines(
      `Nie będziesz już otrzymywać ofert ani reklam od ${business}. Wiadomości o Twoich zamówieniach i terminach będą nadal przychodzić.`,
      hint(start, (word) => `Napisz ${word}, aby znów otrzymywać oferty.`),
    ),
  stoppedAll: ({ business, start }) =>
    lines(
      `Nie będziesz już otrzymywać wiadomości od ${business}, poza odpowiedziami na Twoje własne wiadomości.`,
      hint(start, (word) => `Napisz ${word}, aby znów otrzymywać wiadomości.`),
    ),
  startedMarketing: ({ business, stop }) =>
    lines(`Od teraz będziesz otrzymywać oferty i nowości od ${business}.`, hint(stop, ends)),
  startedAll: ({ business, stop }) =>
    lines(
      `Od teraz będziesz otrzymywać wiadomości od ${business}: o Twoich zamówieniach i terminach, a także oferty i nowości.`,
      hint(stop, ends),
    ),
  confirmed: ({ business, stop }) =>
    lines(
      `Dziękujemy. Mamy Twoje potwierdzenie, że chcesz otrzymywać oferty i nowości od ${business}.`,
      hint(stop, ends),
    ),
  question: ({ business, yes }) =>
    `Czy chcesz otrzymywać oferty i nowości od ${business}? Odpowiedz „${yes}”, aby potwierdzić. Bez tego nie będziemy ich wysyłać.`,
}

function ends(word: string): string {
  return `W każdej chwili możesz z tego zrezygnować, pisząc ${word}.`
}
