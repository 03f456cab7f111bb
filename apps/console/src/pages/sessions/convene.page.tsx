import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCouncilsToConvene, useWaiting } from '../../api/convening.ts';
import { useMay } from '../../api/session.tsx';
import type { CouncilNamed, LawfulDay, WaitingLines } from '../../api/types.ts';
import { Page, Section } from '../../parts/page.tsx';
import { RefusedAlert } from '../../parts/press-dialog.tsx';
import { Answered, Empty, NoPermission } from '../../parts/states.tsx';
import { useUrlView } from '../../parts/url-view.ts';
import { momentInWords, instantOfWall } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { AgendaChoice } from './agenda-choice.tsx';
import { EMPTY, movedTo, withoutEarly, type ConveneDraft } from './convene-draft.ts';
import { COUNCIL_KEYS, councilChoices, CouncilFields, TimeFields } from './convene-fields.tsx';
import { PreviewDialog } from './convene-preview.tsx';
import { usePreview } from './use-preview.ts';

interface OfferProps {
  readonly lawful: LawfulDay;
  readonly draft: ConveneDraft;
  readonly onMove: (draft: ConveneDraft) => void;
  readonly onLeave: () => void;
}

/** A session that is set too early is moved to the first lawful day, or goes without those who are in the way. */
function Offer({ lawful, draft, onMove, onLeave }: OfferProps): ReactNode {
  const { words, language } = useSpeech();
  const moved = movedTo(lawful, draft);
  return (
    <div className="offer">
      <Button
        type="primary"
        onClick={() => {
          onMove(moved);
        }}
      >
        {words.moveTo} {momentInWords(instantOfWall(moved.meets), language)}
      </Button>
      <Button onClick={onLeave}>{words.leaveEarlyOut}</Button>
    </div>
  );
}

interface FormProps {
  readonly named: CouncilNamed;
  readonly waiting: WaitingLines;
}

function ConveneForm({ named, waiting }: FormProps): ReactNode {
  const { words } = useSpeech();
  const [draft, setDraft] = useState(EMPTY);
  const { busy, wrong, refused, shown, form, look, clear } = usePreview(named, waiting.lines);
  const change = (changes: Partial<ConveneDraft>): void => {
    setDraft({ ...draft, ...changes });
    clear();
  };
  const lawful = refused?.problem?.firstLawful;
  return (
    <form
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void look(draft);
      }}
    >
      <Section title={words.whenItMeets}>
        <TimeFields draft={draft} wrong={wrong} onChange={change} />
      </Section>
      <Section title={words.whatIsVotedOn}>
        <AgendaChoice
          programme={named.programme}
          waiting={waiting}
          draft={draft}
          wrong={wrong.agenda}
          onLeft={(left) => {
            change({ left });
          }}
        />
      </Section>
      {refused && <RefusedAlert refused={refused} />}
      {lawful && (
        <Offer
          lawful={lawful}
          draft={draft}
          onMove={change}
          onLeave={() => {
            change(withoutEarly(draft, waiting.lines));
          }}
        />
      )}
      <div className="pager">
        <Button type="primary" htmlType="submit" loading={busy} disabled={waiting.lines.length === 0}>
          {words.previewCall}
        </Button>
      </div>
      {shown && <PreviewDialog {...shown} onClose={clear} />}
    </form>
  );
}

function Waiting({ named }: { readonly named: CouncilNamed }): ReactNode {
  const waiting = useWaiting(named);
  return <Answered query={waiting}>{(answer) => <ConveneForm named={named} waiting={answer} />}</Answered>;
}

function Councils(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(COUNCIL_KEYS);
  const councils = useCouncilsToConvene();
  return (
    <Answered query={councils}>
      {(answer) => {
        if (answer.councils.length === 0) return <Empty>{words.noCouncil}</Empty>;
        const choices = councilChoices(answer.councils, view);
        const { named } = choices;
        return (
          <>
            <Section title={words.whichCouncil}>
              <CouncilFields choices={choices} onChange={change} />
            </Section>
            {named.council !== '' && <Waiting key={JSON.stringify(named)} named={named} />}
          </>
        );
      }}
    </Answered>
  );
}

/** A secretariat calls a council together: which one, when, over what; who is called is seen before anything is sent. */
export function ConvenePage(): ReactNode {
  const { words } = useSpeech();
  const mayRun = useMay('run-session');
  return (
    <Page title={words.convene} lead={mayRun ? words.conveneLead : undefined} tools={<Link to="/sessions">{words.sessions}</Link>}>
      {mayRun ? <Councils /> : <NoPermission />}
    </Page>
  );
}
