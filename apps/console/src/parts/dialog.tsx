import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';

/** Back to where the reader was when the dialog goes, or to the page's heading when that is gone: the keyboard is never lost. */
function useWayBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const place = before instanceof HTMLElement && before.isConnected ? before : document.querySelector('h1');
      place?.focus();
    },
    [before],
  );
}

/** A dialog that stands for as long as it is drawn; its first field is where one types at once. */
export function Dialog({ children, ...props }: Omit<ModalProps, 'open' | 'closable' | 'afterOpenChange'>): ReactNode {
  const { words } = useSpeech();
  const form = useRef<HTMLDivElement>(null);
  useWayBack();
  return (
    <Modal
      open
      cancelText={words.cancel}
      closable={{ 'aria-label': words.close }}
      afterOpenChange={(isOpen) => {
        if (isOpen) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
      }}
      {...props}
    >
      <div className="form" ref={form}>
        {children}
      </div>
    </Modal>
  );
}
