import { hint, lines, type ReplyTexts } from './reply-texts.ts'

export const es: ReplyTexts = {
  stoppedMarketing: ({ business, start }) =>
    lines(
      `Ya no recibirá ofertas ni publicidad de ${business}. Los mensajes sobre sus pedidos y citas seguirán llegando.`,
      hint(start, (word) => `Escriba ${word} para volver a recibir ofertas.`),
    ),
  stoppedAll: ({ business, start }) =>
    lines(
      `Ya no recibirá mensajes de ${business}, salvo las respuestas a lo que usted escriba.`,
      hint(start, (word) => `Escriba ${word} para volver a recibir mensajes.`),
    ),
  startedMarketing: ({ business, stop }) =>
    lines(`A partir de ahora recibirá ofertas y novedades de ${business}.`, hint(stop, ends)),
  startedAll: ({ business, stop }) =>
    lines(
      `A partir de ahora recibirá mensajes de ${business}: sobre sus pedidos y citas, y también ofertas y novedades.`,
      hint(stop, ends),
    ),
  confirmed: ({ business, stop }) =>
    lines(`Gracias. Ha confirmado que desea recibir ofertas y novedades de ${business}.`, hint(stop, ends)),
  question: ({ business, yes }) =>
    `¿Desea recibir ofertas y novedades de ${business}? Responda «${yes}» para confirmarlo. Si no, no le enviaremos ninguna.`,
}

function ends(word: string): string {
  return `Escriba ${word} en cualquier momento para ponerle fin.`
}
