"use client";

import { useNotebook } from "../notebook/store";
import { Dialog } from "./Dialog";
import { SidePanel } from "./SidePanel";

/** The panels that are open. */
export function Panels() {
  const { dialog, side, bar } = useNotebook((state) => state.panels);
  return (
    <>
      {bar && <SidePanel key={bar} name={bar} />}
      {side && <SidePanel key={side} name={side} />}
      {dialog && <Dialog key={dialog} name={dialog} />}
    </>
  );
}
