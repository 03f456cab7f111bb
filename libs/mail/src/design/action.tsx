import { Button, Link, Text } from 'react-email';
import type { ReactNode } from 'react';
import { style } from './style.ts';

/** The button for those who see HTML, and the address itself for everyone. */
export function Action({ label, hint, href }: { readonly label: string; readonly hint: string; readonly href: string }): ReactNode {
  return (
    <>
      <div style={style.buttonRow}>
        <Button className="button" href={href} style={style.button}>
          {label}
        </Button>
      </div>
      <Text className="soft" style={style.hint}>
        <span data-skip-in-text="true" style={style.hintLine}>
          {hint}
        </span>
        <Link className="link" href={href} style={style.address}>
          {href}
        </Link>
      </Text>
    </>
  );
}
