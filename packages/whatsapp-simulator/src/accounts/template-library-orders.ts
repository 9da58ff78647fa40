import type { LibraryDraft } from './template-library-draft.ts'

const shop: Pick<LibraryDraft, 'topic' | 'industry'> = { topic: 'ORDER_MANAGEMENT', industry: ['E_COMMERCE'] }

/** From an order to its return. */
export const libraryOrders: LibraryDraft[] = [
  {
    ...shop,
    name: 'order_confirmation_1',
    usecase: 'ORDER_CONFIRMATION',
    params: ['TEXT', 'NUMBER', 'AMOUNT'],
    buttons: ['URL'],
    texts: {
      en_US: {
        header: 'Order confirmed',
        body: 'Thank you for your order, {{1}}. We have received order {{2}} over {{3}} and are getting it ready.',
        examples: ['Maria', '1042', '€ 129.00'],
        buttons: ['View order'],
      },
      pl: {
        header: 'Zamówienie przyjęte',
        body: 'Dziękujemy za zamówienie, {{1}}. Mamy zamówienie {{2}} na kwotę {{3}} i już je przygotowujemy.',
        examples: ['Maria', '1042', '129,00 €'],
        buttons: ['Zobacz zamówienie'],
      },
      de: {
        header: 'Bestellung bestätigt',
        body: 'Danke für Ihre Bestellung, {{1}}. Die Bestellung {{2}} über {{3}} ist bei uns und wird vorbereitet.',
        examples: ['Maria', '1042', '129,00 €'],
        buttons: ['Bestellung ansehen'],
      },
      es: {
        header: 'Pedido confirmado',
        body: 'Gracias por el pedido, {{1}}. Hemos recibido el pedido {{2}} por {{3}} y lo estamos preparando.',
        examples: ['Maria', '1042', '129,00 €'],
        buttons: ['Ver pedido'],
      },
    },
  },
  {
    ...shop,
    name: 'shipment_confirmation_1',
    usecase: 'SHIPMENT_CONFIRMATION',
    params: ['TEXT', 'NUMBER', 'DATE'],
    buttons: ['URL'],
    texts: {
      en_US: {
        body: 'Good news, {{1}}: order {{2}} has left our warehouse. We expect it at your door on {{3}}.',
        examples: ['Maria', '1042', '24 November'],
        buttons: ['Track parcel'],
      },
      pl: {
        body: 'Dobra wiadomość, {{1}}: zamówienie {{2}} opuściło nasz magazyn. Powinno dotrzeć do Ciebie {{3}}.',
        examples: ['Maria', '1042', '24 listopada'],
        buttons: ['Śledź przesyłkę'],
      },
      de: {
        body: 'Gute Nachricht, {{1}}: Die Bestellung {{2}} hat unser Lager verlassen und kommt voraussichtlich am {{3}} an.',
        examples: ['Maria', '1042', '24. November'],
        buttons: ['Sendung verfolgen'],
      },
      es: {
        body: 'Buenas noticias, {{1}}: el pedido {{2}} ha salido de nuestro almacén. Llegará previsiblemente el {{3}}.',
        examples: ['Maria', '1042', '24 de noviembre'],
        buttons: ['Seguir envío'],
      },
    },
  },
  {
    ...shop,
    name: 'delivery_confirmation_1',
    usecase: 'DELIVERY_CONFIRMATION',
    params: ['NUMBER', 'ADDRESS'],
    buttons: [],
    texts: {
      en_US: {
        body: 'Your order {{1}} was delivered to {{2}} today. Write to us if something is missing.',
        examples: ['1042', 'Main Street 1'],
        buttons: [],
      },
      pl: {
        body: 'Zamówienie {{1}} zostało dziś dostarczone na adres {{2}}. Napisz do nas, jeśli czegoś brakuje.',
        examples: ['1042', 'ul. Główna 1'],
        buttons: [],
      },
      de: {
        body: 'Die Bestellung {{1}} wurde heute an die Adresse {{2}} geliefert. Schreiben Sie uns, falls etwas fehlt.',
        examples: ['1042', 'Hauptstraße 1'],
        buttons: [],
      },
      es: {
        body: 'El pedido {{1}} se ha entregado hoy en la dirección {{2}}. Escríbanos si falta algo.',
        examples: ['1042', 'Calle Mayor 1'],
        buttons: [],
      },
    },
  },
  {
    ...shop,
    name: 'delivery_failed_1',
    usecase: 'DELIVERY_FAILED',
    params: ['NUMBER'],
    buttons: ['URL', 'PHONE_NUMBER'],
    texts: {
      en_US: {
        body: 'We could not deliver order {{1}} today, because nobody was at home. Choose another day for it.',
        examples: ['1042'],
        buttons: ['Choose a day', 'Call us'],
      },
      pl: {
        body: 'Nie udało się dziś dostarczyć zamówienia {{1}}, bo nikogo nie było w domu. Wybierz inny dzień.',
        examples: ['1042'],
        buttons: ['Wybierz dzień', 'Zadzwoń'],
      },
      de: {
        body: 'Wir konnten die Bestellung {{1}} heute nicht zustellen, es war niemand da. Wählen Sie einen anderen Tag.',
        examples: ['1042'],
        buttons: ['Tag wählen', 'Anrufen'],
      },
      es: {
        body: 'Hoy no hemos podido entregar el pedido {{1}} porque no había nadie en casa. Elija otro día.',
        examples: ['1042'],
        buttons: ['Elegir día', 'Llamar'],
      },
    },
  },
  {
    ...shop,
    name: 'order_delay_1',
    usecase: 'ORDER_DELAY',
    params: ['NUMBER', 'DATE'],
    buttons: ['QUICK_REPLY'],
    texts: {
      en_US: {
        body: 'Order {{1}} takes longer than we promised. The new day of delivery is {{2}}. We are sorry for the wait.',
        examples: ['1042', '28 November'],
        buttons: ['Ask a question'],
      },
      pl: {
        body: 'Zamówienie {{1}} potrwa dłużej, niż obiecaliśmy. Nowy termin dostawy to {{2}}. Przepraszamy za zwłokę.',
        examples: ['1042', '28 listopada'],
        buttons: ['Zadaj pytanie'],
      },
      de: {
        body: 'Die Bestellung {{1}} dauert länger als versprochen. Der neue Liefertag ist {{2}}. Bitte entschuldigen Sie.',
        examples: ['1042', 'der 28. November'],
        buttons: ['Frage stellen'],
      },
      es: {
        body: 'El pedido {{1}} tarda más de lo prometido. El nuevo día de entrega es {{2}}. Sentimos la espera.',
        examples: ['1042', 'el 28 de noviembre'],
        buttons: ['Hacer una pregunta'],
      },
    },
  },
]
