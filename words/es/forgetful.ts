import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Este navegador no guarda nada para nosotros',
  detail:
    'Su lugar se perdería en cuanto se cierre esta página. Permita que este sitio guarde datos y vuelva a cargar la página. Si su navegador acepta cookies, también puede entrar en la cola en la página sencilla.',
  toPlain: 'A la página sencilla',
  inApp: 'Está en el navegador de una aplicación',
  inAppDetail:
    'Puede olvidar su lugar en cuanto lo cierre. Abra esta página en el navegador de su teléfono, desde el menú de la aplicación, y entre en la cola allí.',
};
