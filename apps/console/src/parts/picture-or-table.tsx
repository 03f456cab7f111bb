import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';
import { Section } from './page.tsx';

interface PictureOrTableProps {
  readonly title: string;
  readonly picture: ReactNode;
  readonly table: ReactNode;
}

/** The same figures to look at or to read. */
export function PictureOrTable({ title, picture, table }: PictureOrTableProps): ReactNode {
  const { words } = useSpeech();
  const [reading, setReading] = useState(false);
  const turn = (
    <Button
      size="small"
      aria-pressed={reading}
      onClick={() => {
        setReading(!reading);
      }}
    >
      {reading ? words.seePicture : words.seeTable}
    </Button>
  );
  return (
    <Section title={title} tools={turn}>
      {reading ? table : picture}
    </Section>
  );
}
