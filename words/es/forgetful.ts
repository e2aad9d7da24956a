import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Este navegador no guarda nada para nosotros',
  detail:
    'Su lugar se perdería en cuanto se cierre esta página. Permita que este sitio guarde datos y vuelva a cargar la página. Si su navegador acepta cookies, también puede entrar en la cola en la página sencilla.',
  toPlain: 'A la página sencilla',
};
