/**
 * The little words that make up a third of any text in a language. What two of the languages share says nothing and is
 * left out, but for where it tells them from all the others.
 */
export const STOP_WORDS: Record<string, ReadonlySet<string>> = {
  en: listed(
    'the and you your is are was has have been will with for our of this that we it at from can please if to on when thank thanks hello hi order now not be by an',
  ),
  pl: listed(
    'i w z na do się jest nie że to dla twoje twój twoja twojego prosimy dziękujemy oraz już przez zostało został zostanie jeśli możesz masz ci cię nasz naszym pod po od za lub jak zamówienie cześć witaj dzień',
  ),
  de: listed(
    'und der die das ist sie ihr ihre ihrer ihnen wir nicht ein eine einen zu mit für auf von dem den wurde wird haben hallo danke vielen bitte wenn sich auch noch bei uns unser bestellung du dein deine',
  ),
  es: listed(
    'el los las y su sus tu tus por gracias hola está ha hemos puede se al del una nos más pedido este esta cuando usted si lo le es para con aquí',
  ),
  fr: listed(
    'le les des et est vous votre vos nous pour avec une dans sur pas merci bonjour votre commande été sera sont ce cette du au aux qui que si de la',
  ),
  pt: listed(
    'o os as e seu sua seus você para com não uma um obrigado obrigada olá foi está pedido em no na dos das ao por mais nos já quando',
  ),
  it: listed(
    'il gli di e è per con una che non grazie ciao tuo tua suo sua stato ordine nel del della questo siamo abbiamo può ti si se lo i',
  ),
  nl: listed(
    'de het een en is van voor je jouw uw u wij we met niet op bedankt hallo bestelling wordt zijn hebben heeft naar bij als dit deze er ook nog om',
  ),
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
