import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** One word of the address after the question mark: a filter, a tab, what is open. Set to null to leave it out. */
export function useAddressWord(
  name: string,
): [string | null, (value: string | null, keep?: 'replace' | 'push') => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const held = search[name];
  const set = useCallback(
    (value: string | null, keep: 'replace' | 'push' = 'replace') => {
      const search = (now: Record<string, unknown>) => {
        const { [name]: _, ...rest } = now;
        return value === null ? rest : { ...rest, [name]: plain(value) };
      };
      void navigate({ to: '.', search: search as never, replace: keep === 'replace', resetScroll: false });
    },
    [name, navigate],
  );
  return [held === undefined || held === null ? null : String(held), set];
}

/** The router puts words that look like numbers in quotation marks, but not numbers. */
const plain = (value: string): string | number => (String(Number(value)) === value ? Number(value) : value);
