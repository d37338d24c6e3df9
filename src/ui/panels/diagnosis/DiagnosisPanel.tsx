/** How the run ended and why: the sentence, the goroutines concerned with their lines, what Go prints, and the repair where one is known. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Site, Trace, Verdict, VerdictParty } from '../../../engine/trace/trace.ts';
import { Chip, Glyph } from '../../shared/Figure.tsx';
import { runStore } from '../../state/run.ts';
import { selectGoroutine } from '../../state/selection.ts';
import { LineLink } from '../LineLink.tsx';
import { Coded } from '../Coded.tsx';

export function DiagnosisPanel(): ReactElement {
  const trace = useStore(runStore, (state) => state.recording?.trace);
  if (!trace) return <p className="empty">Nothing has run yet.</p>;
  return (
    <div className="pane scroll finding" role="group" aria-label="Verdict" tabIndex={0}>
      <Finding trace={trace} verdict={trace.verdict} />
    </div>
  );
}

function Finding({ trace, verdict }: { readonly trace: Trace; readonly verdict: Verdict }): ReactElement {
  return (
    <>
      <h2>{headline(verdict)}</h2>
      {verdict.parties.length > 0 && (
        <ul className="parties">
          {verdict.parties.map((party, index) => (
            <Party key={index} party={party} sites={trace.sites} />
          ))}
        </ul>
      )}
      {verdict.repair !== '' && (
        <p className="fix">
          <Glyph name="ok" /> <Coded text={verdict.repair} />
        </p>
      )}
      {verdict.stderr !== '' && <pre className="stderr">{verdict.stderr.trimEnd()}</pre>}
      <p className="t3">
        Exit status {verdict.exitCode} · schedule <code>{trace.schedule}</code>
      </p>
    </>
  );
}

function headline(verdict: Verdict): ReactElement | string {
  if (verdict.summary !== '') return <Coded text={verdict.summary} />;
  if (verdict.kind === 'stopped') return 'The run was stopped; this is what was recorded until then.';
  if (verdict.kind === 'exit') return `The program ended itself with exit status ${verdict.exitCode}.`;
  return 'The program ended as it should: nothing is left waiting.';
}

function Party({ party, sites }: { readonly party: VerdictParty; readonly sites: readonly Site[] }): ReactElement {
  return (
    <li>
      <button
        type="button"
        className="pick"
        aria-label={`Select goroutine ${party.goroutine}`}
        onClick={() => selectGoroutine(party.goroutine)}
      >
        <Chip goroutine={party.goroutine} hollow />
      </button>
      <span>
        <Coded text={party.text} />
      </span>
      <span className="lines">
        {party.sites.map((site) => {
          const place = sites[site];
          return place && <LineLink key={site} file={place.file} line={place.line} />;
        })}
      </span>
    </li>
  );
}
