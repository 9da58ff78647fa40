import type { DefaultWords } from './default-template.ts'

const ASK = '¿Alguna pregunta? Responda a este mensaje.'

export const SPANISH: DefaultWords = {
  language: 'es',
  texts: {
    welcome: {
      body: 'Hola, {{contact_first_name}}: le damos la bienvenida a {{business}}. Desde ahora puede escribirnos aquí sobre productos, pedidos y entregas, y será de los primeros en conocer nuestras novedades.',
      footer: 'Responda STOP para no recibir más novedades.',
    },
    re_engagement: {
      body: 'Todavía tenemos una respuesta para su consulta. Responda a este mensaje y seguiremos desde ahí.',
      footer: 'Usted nos escribió aquí hace algún tiempo.',
    },
    order_confirmed: {
      body: '¡Gracias, {{contact_first_name}}! Hemos recibido su pedido {{order_number}} por {{order_total}} y ya lo estamos preparando. Le escribiremos aquí en cuanto salga.',
      footer: ASK,
    },
    order_shipped: {
      body: 'Hola, {{contact_first_name}}: su pedido {{order_number}} ya está en camino. El número de seguimiento es {{tracking_number}} y en {{tracking_url}} puede ver dónde está el paquete.',
      footer: ASK,
    },
    order_delivered: {
      body: 'Hola, {{contact_first_name}}: su pedido {{order_number}} ha sido entregado. Si falta algo o ha llegado dañado, avísenos y lo solucionaremos.',
      footer: ASK,
    },
    invoice_ready: {
      body: 'Hola, {{contact_first_name}}: su factura {{invoice_number}} por {{invoice_total}} está lista. Le rogamos que la pague el {{due_date}} como muy tarde.',
      footer: ASK,
    },
    payment_received: {
      body: '¡Gracias, {{contact_first_name}}! Hemos recibido su pago de {{payment_amount}} por el pedido {{order_number}}. No tiene que hacer nada más.',
      footer: ASK,
    },
    payment_reminder: {
      body: 'Hola, {{contact_first_name}}: le recordamos que la factura {{invoice_number}} por {{invoice_total}} vence el {{due_date}} y aún no vemos el pago. Si ya la ha pagado, gracias; en ese caso no tenga en cuenta este mensaje.',
      footer: ASK,
    },
    appointment_scheduled: {
      body: 'Hola, {{contact_first_name}}: su cita está reservada para el {{appointment_time}} en {{appointment_place}}. Le esperamos.',
      footer: 'Responda a este mensaje para cambiarla o anularla.',
    },
    double_opt_in: {
      body: 'Usted aceptó recibir mensajes de {{business}} por WhatsApp. Por favor, confírmelo: ¿podemos enviarle aquí nuestro boletín?',
      footer: 'Puede cambiar de opinión cuando quiera.',
      replies: ['Sí', 'No'],
    },
    stop_confirmation: {
      body: 'Su suscripción se ha cancelado: ya no recibirá nuestro boletín por WhatsApp. Sobre sus pedidos le seguiremos escribiendo.',
      footer: 'Responda START para volver a suscribirse.',
    },
  },
  samples: {
    appointment_place: 'calle del Puerto 12, Valencia',
    appointment_time: 'lunes 9 de marzo a las 10:30',
    business: 'Acme Outdoor',
    contact_first_name: 'María',
    due_date: '31 de marzo',
    invoice_number: 'F-2041',
    invoice_total: '129,00 €',
    order_number: 'A-1042',
    order_total: '129,00 €',
    payment_amount: '129,00 €',
    tracking_number: 'JD0146003321',
    tracking_url: 'https://track.example.com/JD0146003321',
  },
}
