import type { FindOrderWords } from '../en/find-order.ts';
import { count, plural } from './written.ts';

export const findOrderWords = {
  eyebrow: 'Sus pedidos',
  title: 'Encontrar su pedido',
  lead: 'El comprobante de su lugar en la cola encuentra todos los pedidos hechos con él, también cuando se acabó su tiempo para comprar.',

  looking: 'Buscando su pedido…',
  found: (n) =>
    n === 0
      ? 'No se encontró ningún pedido.'
      : plural(n, { one: 'Se encontró 1 pedido.', other: `Se encontraron ${count(n)} pedidos.` }),
  placedAt: (when) => `Pedido: ${when}`,
  states: {
    paying: 'Por pagar',
    placed: 'Se está haciendo',
    confirmed: 'Las localidades son suyas',
    refused: 'No se realizó',
    cancelled: 'Cancelado',
  },
  open: 'Abrir este pedido',
  none: 'No tenemos ningún pedido de este lugar',
  noneDetail:
    '¿Acaba de pedir? Mire otra vez dentro de unos segundos. Si aun así su banco muestra un pago, pregunte en la taquilla.',
  lookAgain: 'Mirar otra vez',
  another: 'Usar otro comprobante',

  paste: '¿Qué lugar tenía?',
  pasteDetail:
    'El navegador con el que se puso a la cola guarda su comprobante: abra esta página allí, o pegue aquí el comprobante. El correo con sus entradas también lleva un enlace a su pedido.',
  receipt: 'Su comprobante',
  receiptHint: 'Empieza por r2. y tiene unos 350 caracteres.',
  find: 'Encontrar mi pedido',
  wrong: {
    nothing: 'Pegue un comprobante: empieza por r2.',
    unreadable: 'Esto no es un comprobante, o le falta una parte. Empieza por r2.',
  },
  noReceipt: '¿Ni comprobante ni correo? La taquilla encuentra su pedido por su nombre.',
  refusals: {
    'receipt-forged': {
      title: 'Este comprobante no es nuestro',
      detail: 'Puede que falte o haya cambiado un carácter: cópielo otra vez, entero.',
    },
    'line-unknown': {
      title: 'No conocemos la cola de este comprobante',
      detail: 'Puede ser de otro recinto, o de una venta de hace mucho. La taquilla encuentra su pedido por su nombre.',
    },
  },
} satisfies FindOrderWords;
