import { Body, Container, Head, Heading, Html, Section, Text } from 'react-email';
import type { ReactNode } from 'react';
import type { MailDocument } from '../document/mail-document.ts';
import { BlockView } from './block-view.tsx';
import { darkRules, style } from './style.ts';

/** The one design of all mails: a card that reads well from 320 pixels up, in light and dark. */
export function Letter({ document }: { readonly document: MailDocument }): ReactNode {
  return (
    <Html lang={document.language}>
      <Head>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{document.subject}</title>
        <style>{darkRules}</style>
      </Head>
      <Body lang={document.language} className="page" style={style.body}>
        <div style={style.preview} data-skip-in-text="true">
          {document.preview}
        </div>
        <Container className="card" style={style.card}>
          <Text className="soft" style={style.brand}>
            {document.brand}
          </Text>
          <Heading as="h1" className="ink" style={style.heading}>
            {document.heading}
          </Heading>
          {document.blocks.map((block, index) => (
            <BlockView key={index} block={block} tone={document.tone} />
          ))}
          <Footer lines={document.footer} />
        </Container>
      </Body>
    </Html>
  );
}

function Footer({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <Section>
      <div className="line" style={style.footer}>
        {lines.map((line, index) => (
          <Text key={index} className="soft" style={style.footerLine}>
            {line}
          </Text>
        ))}
      </div>
    </Section>
  );
}
