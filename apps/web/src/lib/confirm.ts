import { createContext, useContext } from 'react';

/** Runs a binding act; when the server wants the password again, asks for it and runs the act once more. */
export type Confirmed = <T>(act: () => Promise<T>) => Promise<T>;

export const ConfirmContext = createContext<Confirmed>((act) => act());

/** For mutations which may be refused with `session.confirm`: `mutationFn: (input) => confirmed(() => call('changeSeat', input))`. */
export const useConfirmed = () => useContext(ConfirmContext);
