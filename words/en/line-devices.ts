/* The words of the devices that hold a place: loaded when they are asked for. */
export const deviceWords = {
  alone: 'Your place is on this device alone',
  many: 'Your place is on several devices',
  detail:
    'Whoever knows what you joined with has your place too. Is one of these not yours? Take it off: within half a minute it begins nothing more. A device can take off those that joined after it.',
  kind: (browser: string, system: string) =>
    `${browser === 'other' ? 'another browser' : browser} on ${system === 'other' ? 'another system' : system}`,
  here: 'This one.',
  behind: 'Comes after the others.',
  end: 'Take it off',
};

export type DeviceWords = typeof deviceWords;
