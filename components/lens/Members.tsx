"use client";

import { useMemo } from "react";
import type { ManyForm, Member } from "../../workers/protocol";
import { sizeText } from "../data/names";
import { useWords } from "../notebook/words";
import { barsPath, edgesOf } from "./bins";
import styles from "./lens.module.css";
import { numberOf, shortText } from "./numerals";
import { OneLens } from "./OneLens";
import { useChoice } from "./place";
import { asForm } from "./schema";
import { shapeText } from "./shapeText";
import { useAnswer } from "./useAnswer";
import { useAsk } from "./useAsk";

/** One row a member; the one that is chosen opens below its row. */
export function Members({ form }: { form: ManyForm }) {
  const say = useWords();
  const [choice, choose] = useChoice();
  return (
    <div className={styles.members} data-lens="members">
      <table>
        <thead>
          <tr>
            <th scope="col">{say("lensMember")}</th>
            <th scope="col">{say("lensShape")}</th>
            <th scope="col">{say("lensDtype")}</th>
            <th scope="col">{say("lensSize")}</th>
            <th scope="col">{say("lensRange")}</th>
            <th scope="col">{say("lensSpread")}</th>
          </tr>
        </thead>
        <tbody>
          {form.members.map((member, index) => (
            <Row
              key={index}
              member={member}
              index={index}
              isOpen={choice.member === index}
              onToggle={() => choose({ member: choice.member === index ? null : index })}
            />
          ))}
        </tbody>
      </table>
      {form.more !== undefined && form.more > 0 && (
        <p className={styles.note}>{say("lensMore", form.more.toLocaleString("en"))}</p>
      )}
    </div>
  );
}

type RowProps = { member: Member; index: number; isOpen: boolean; onToggle(): void };

function Row({ member, index, isOpen, onToggle }: RowProps) {
  const say = useWords();
  const form = useMemo(() => asForm(member), [member]);
  const { ask, handle } = useAsk(form);
  const of = { handle: handle ?? "" };
  const whole = useAnswer(ask, (member.pending || isOpen) && handle !== null ? { kind: "form", of } : null);
  const { histogram, statistics } = { ...member, ...whole.answer };
  const name = member.name || `[${index}]`;
  const opened = useMemo(() => ({ ...form, ...whole.answer, name, handle: form.handle }), [form, whole.answer, name]);
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} title={say("lensOpen", name)} onClick={onToggle} translate="no">
            <span className={styles.mark} aria-hidden="true" />
            <span>{name}</span>
          </button>
        </th>
        <td translate="no">{shapeText(member.shape)}</td>
        <td translate="no">{member.dtype}</td>
        <td translate="no">{sizeText(member.bytes)}</td>
        <td translate="no">
          {statistics && statistics.min !== null
            ? `${shortText(numberOf(statistics.min))} – ${shortText(numberOf(statistics.max))}`
            : "–"}
        </td>
        <td>{histogram && histogram.counts.length > 0 && <Sparkline histogram={histogram} />}</td>
      </tr>
      {isOpen && (
        <tr className={styles.opened}>
          <td colSpan={6}>
            <OneLens form={opened} part={`/${index}`} />
          </td>
        </tr>
      )}
    </>
  );
}

const spark = { width: 96, height: 20 } as const;

/** How a member's elements are spread, as small as a word. */
function Sparkline({ histogram }: { histogram: NonNullable<Member["histogram"]> }) {
  const path = useMemo(() => barsPath(histogram, edgesOf(histogram), spark.width, spark.height), [histogram]);
  return (
    <svg {...spark} className={styles.spark} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
