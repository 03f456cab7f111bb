import type { ReactNode } from 'react';

interface FlagProps {
  readonly label: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is so or not. */
export function Flag({ label, on, onChange }: FlagProps): ReactNode {
  return (
    <label className="flag">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />{' '}
      {label}
    </label>
  );
}
