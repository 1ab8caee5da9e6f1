import { PlayIcon, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import { useState } from "react";
import type { Question } from "./parseQuestion.js";
import { questionGroups } from "./questionGroups.js";
import { questions } from "./questions.js";
import { isNarrow } from "./isNarrow.js";
import { useActiveTab } from "./useActiveTab.js";
import { useOpenQuery } from "./useOpenQuery.js";

const groups = questionGroups(questions);

/** Named questions, for all or for one kind of user; each opens in a tab and runs. */
export function QuestionGallery() {
  const actions = useGraphiQLActions();
  const openQuery = useOpenQuery();
  const { query } = useActiveTab();
  const [audience, setAudience] = useState("All");
  const shown = groups.find(({ name }) => name === audience)?.questions ?? questions;

  const ask = (question: Question) => {
    // `run` would only stop what is still running.
    actions.stop();
    openQuery?.(question);
    actions.run();
    // The gallery covers the result on a narrow screen.
    if (isNarrow()) actions.setVisiblePlugin(null);
  };

  return (
    <section className="mitos-gallery" aria-label="Questions">
      <h2>Questions</h2>
      <p>Things people ask this archive. Run one, then change it: every field is yours to pick.</p>
      {groups.length === 0 && <p>There are no questions in this build.</p>}
      {groups.length > 1 && (
        <div className="mitos-audiences" role="group" aria-label="Show questions for">
          {["All", ...groups.map(({ name }) => name)].map((name) => (
            <button
              type="button"
              key={name}
              aria-pressed={name === audience}
              onClick={() => setAudience(name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <ul>
        {shown.map((question) => (
          <li key={question.id} className={question.query === query ? "mitos-current" : ""}>
            <div>
              <h3>{question.title}</h3>
              {question.description !== "" && <p>{question.description}</p>}
            </div>
            <button
              type="button"
              className="mitos-run"
              disabled={openQuery === null}
              onClick={() => ask(question)}
              aria-label={`Run: ${question.title}`}
            >
              <PlayIcon aria-hidden="true" />
              Run
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GalleryIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-6L8.5 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V5A1.5 1.5 0 0 1 5 3.5Z" />
      <path d="M9.8 8.3a2.2 2.2 0 1 1 3.2 2c-.7.35-1 .8-1 1.5" strokeLinecap="round" />
      <circle cx="12" cy="13.7" r=".5" fill="currentColor" />
    </svg>
  );
}

/** The gallery, in GraphiQL's left bar. */
export const questionGalleryPlugin: GraphiQLPlugin = {
  title: "Questions",
  icon: GalleryIcon,
  content: QuestionGallery,
};
