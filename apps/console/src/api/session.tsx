import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { ask } from './client.ts';
import type { Action, Me } from './types.ts';

const MeContext = createContext<Me | null>(null);

/** Who is signed in; the server says 401 when nobody is. */
export function useSignedIn(): ReturnType<typeof useQuery<Me>> {
  return useQuery({ queryKey: ['me'], queryFn: () => ask<Me>('/v1/console/me'), retry: false, staleTime: 60_000 });
}

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }): ReactNode {
  return <MeContext.Provider value={me}>{children}</MeContext.Provider>;
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of a signed-in page');
  return me;
}

/** Whether the action may be done somewhere; the server still asks where. */
export function useMay(action: Action): boolean {
  return useMe().actions.includes(action);
}
