import type { StaffWords } from '../en/staff.ts';

export const staffWords = {
  title: 'Para la casa',
  lead: 'Esta entrada es para quienes trabajan aquí. El público no necesita iniciar sesión.',
  signIn: 'Iniciar sesión',
  signInAgain: 'Iniciar sesión de nuevo',
  signingIn: 'Iniciando su sesión…',
  leaving: 'Cerrando su sesión…',
  signedOut: 'Su sesión está cerrada',
  signedOutDetail: 'Esta pestaña no guarda nada de usted. Cierre también las otras pestañas en las que inició sesión.',

  you: 'Ha iniciado sesión como',
  nameless: 'alguien sin nombre',
  until: (time) => `Hasta las ${time}. Mientras trabaja, la sesión se renueva por sí sola.`,
  signOut: 'Cerrar sesión',
  signOutHint: 'En un dispositivo que usan otras personas, cierre la sesión al marcharse.',
  tools: 'Sus herramientas',
  orderBook: 'Libro de pedidos',
  door: 'Control de acceso',
  stillWithKey: 'Estas dos páginas todavía piden la clave del personal.',

  unset: 'Aquí nadie puede iniciar sesión',
  unsetDetail: 'Este sitio se instaló sin inicio de sesión. Pregunte a quienes se ocupan de él.',
  refused: 'No se ha iniciado su sesión',
  refusedDetail: 'El inicio de sesión se interrumpió o no se permitió. No ha cambiado nada. Inténtelo de nuevo.',
  over: 'Su sesión ha terminado',
  overDetail: 'Ha pasado demasiado tiempo, o alguien la cerró. Inicie sesión de nuevo y volverá al lugar donde estaba.',
  away: 'El servicio de inicio de sesión no responde',
  awayDetail: 'Puede deberse a su conexión o al servicio. Espere un momento e inténtelo de nuevo.',
  clock: 'El reloj de este dispositivo no va bien',
  clockDetail:
    'Para iniciar sesión hace falta la hora correcta. Deje que el dispositivo ajuste su reloj e inicie sesión de nuevo.',
  mismatch: 'Esta respuesta no es la suya',
  mismatchDetail: 'La página vuelve de un inicio de sesión que no empezó en esta pestaña. Empiece de nuevo aquí.',
} satisfies StaffWords;
