import { databaseTrouble } from '../store/db.ts';
import { faultOf } from './station.ts';

/** What an error is, for whoever shows it: a database that is away, or a fault of the program by kind and place alone. */
export function troubleOf(error: unknown): { readonly away: boolean; readonly fault: string } {
  const away = databaseTrouble(error);
  return { away: away !== null, fault: away?.code ?? faultOf(error) };
}
