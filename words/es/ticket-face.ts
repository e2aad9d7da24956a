import type { FaceWords } from '../en/ticket-face.ts';
import { count } from './written.ts';

export const faceWords = {
  row: 'Fila',
  seat: 'Asiento',
  standing: 'De pie',
  unreserved: 'Sin numerar',
  proof: 'Traiga un justificante',
  number: (n, of) => `Entrada ${count(n)} de ${count(of)}`,
  reference: (reference) => `Referencia ${reference}`,
  title: (reference) => `Entradas ${reference}`,
  terms:
    'Cada código abre la puerta una vez, a quien lo muestre primero: no lo comparta. Deja de valer si el pedido se anula o el asiento se cambia.',
} satisfies FaceWords;
