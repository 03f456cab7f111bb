import { assertNever } from '@laurel/domain';
import { Section, Text } from 'react-email';
import type { ReactNode } from 'react';
import type { Block, Fact, Tone } from '../document/mail-document.ts';
import { Action } from './action.tsx';
import { highlightStyle, style } from './style.ts';

/** One block of a mail. */
export function BlockView({ block, tone }: { readonly block: Block; readonly tone: Tone }): ReactNode {
  switch (block.is) {
    case 'text':
      return <Paragraph text={block.text} />;
    case 'highlight':
      return <Highlight label={block.label} value={block.value} tone={tone} />;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'list':
      return <List title={block.title} items={block.items} />;
    case 'quote':
      return <Quote title={block.title} lines={block.lines} />;
    case 'note':
      return <Note title={block.title} text={block.text} />;
    case 'action':
      return <Action label={block.label} hint={block.hint} href={block.href} />;
    default:
      return assertNever(block);
  }
}

function Paragraph({ text }: { readonly text: string }): ReactNode {
  return (
    <Text className="ink" style={style.text}>
      {text}
    </Text>
  );
}

function Title({ text }: { readonly text: string }): ReactNode {
  return (
    <h2 className="ink" style={style.title}>
      {text}
    </h2>
  );
}

function Highlight({ label, value, tone }: { readonly label: string; readonly value: string; readonly tone: Tone }): ReactNode {
  return (
    <div className={tone} style={highlightStyle(tone)} data-highlight="true">
      <span style={style.highlightLabel}>{`${label}:`}</span> <span style={style.highlightValue}>{value}</span>
    </div>
  );
}

/** Label over value: needs no second column on a phone, and reads as `label: value` in the text part. */
function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <Section className="line" style={style.facts}>
      {facts.map((fact, index) => (
        <div key={index} className="line" style={style.fact} data-fact="true">
          <span className="soft" style={style.label}>{`${fact.label}:`}</span>{' '}
          <span className="ink" style={style.value}>
            {fact.value}
          </span>
        </div>
      ))}
    </Section>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactNode {
  return (
    <>
      <Title text={title} />
      <ul className="ink" style={style.list}>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  );
}

function Quote({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  return (
    <>
      <Title text={title} />
      <div className="line" style={style.quote}>
        {lines.map((line, index) => (
          <Text key={index} className="ink" style={style.quoteLine}>
            {line}
          </Text>
        ))}
      </div>
    </>
  );
}

function Note({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <>
      <Title text={title} />
      <Paragraph text={text} />
    </>
  );
}
