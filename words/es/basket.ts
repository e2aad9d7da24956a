import type { BasketWords } from '../en/basket.ts';

export const basketWords = {
  left: 'Son suyos durante',
  more: 'Más tiempo',
  asking: 'Pidiendo más tiempo…',
  once: 'Puede pedir más tiempo una vez.',
  given: 'Ya ha tenido más tiempo: esto es lo que queda.',
  atZero:
    'A las 0:00 los asientos quedan libres para otras personas. Puede volver a elegir mientras dure su tiempo para comprar.',
  soon: (left) => `Quedan ${left} para sus asientos.`,
  over: 'El plazo de sus asientos ha terminado',
  overDetail: 'Vuelven a estar libres, y quizá sigan ahí: regrese al plano y pídalos de nuevo.',
  back: 'Volver a los asientos',
} satisfies BasketWords;
