import type { Refusal } from '../case/command.ts';
import type { CaseLetterKind } from '../case/kind.ts';
import type { LetterInput } from '../store/letters.ts';

export const noInput: LetterInput = {
  words: null,
  reasons: null,
  because: [],
  amount: null,
  recipientsTold: null,
  to: null,
  code: null,
  download: null,
  body: null,
};

const extensionReasons = ['complexity', 'number-of-requests'];
const feeReasons = ['further-copy', 'excessive'];

/** What a letter cannot do without and staff did not give, or null. */
export function missingInput(letterKind: CaseLetterKind, input: LetterInput): Refusal | null {
  switch (letterKind) {
    case 'clarification':
      return isEmpty(input.words) ? missing('de vraag aan de klant', 'the question to the customer') : null;
    case 'correction':
      return isEmpty(input.words) ? missing('wat er fout ging en wat juist is', 'what went wrong and what is right') : null;
    case 'partial-completion':
      return isEmpty(input.words) || isEmpty(input.reasons)
        ? missing('wat er is gedaan, en waarom de rest niet', 'what was done, and why the rest was not')
        : null;
    case 'refusal':
      return isEmpty(input.reasons) ? missing('de redenen van de weigering', 'the reasons of the refusal') : null;
    case 'extension':
      return isEmpty(input.words) || !input.because.some((one) => extensionReasons.includes(one))
        ? missing(
            'de redenen: complexity of number-of-requests, en in uw woorden waarom',
            'the reasons: complexity or number-of-requests, and why in your words',
          )
        : null;
    case 'fee-notice':
      return isEmpty(input.amount) || isEmpty(input.reasons) || !input.because.some((one) => feeReasons.includes(one))
        ? missing(
            'het bedrag, de grond (further-copy of excessive) en de redenen',
            'the amount, the ground (further-copy or excessive) and the reasons',
          )
        : null;
    case 'completion-notice':
    case 'identity-request':
    case 'refund-window':
    case 'reminder':
      return null;
    default:
      return letterKind satisfies never;
  }
}

function isEmpty(words: string | null): boolean {
  return words === null || words.trim() === '';
}

function missing(nl: string, en: string): Refusal {
  return { code: 'words-missing', text: { nl: `Deze brief kan niet zonder: ${nl}.`, en: `This letter cannot do without ${en}.` } };
}
