/** The people of the demo's company, all invented. */
export interface Colleague {
  readonly name: string;
  readonly address: string;
}

export const anna: Colleague = { name: 'Anna de Wit', address: 'anna@havenlijn.example' };
export const bilal: Colleague = { name: 'Bilal Amrani', address: 'bilal@havenlijn.example' };
/** Approves like the others, and answers for the dates: the person whom the visitor is. */
export const karin: Colleague = { name: 'Karin Smit', address: 'karin@havenlijn.example' };

export const colleagues: readonly Colleague[] = [anna, bilal, karin];
