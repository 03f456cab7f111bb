import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../api/client.ts';
import { useMe } from '../api/session.tsx';
import { useSpeech } from '../words/words.tsx';

export function SignOut(): ReactNode {
  const { words } = useSpeech();
  const { csrf } = useMe();
  const client = useQueryClient();
  const leave = async (): Promise<void> => {
    await ask('/v1/auth/sign-out', { method: 'POST', csrf });
    client.clear();
    window.location.assign('/sign-in');
  };
  return <Button onClick={() => void leave()}>{words.signOut}</Button>;
}
