"use client";

import { useState } from "react";
import type { Bundled } from "../components/library/bundled";
import type { SetProse } from "../components/notebook/Cell";
import { openedBundled } from "../components/notebook/files";
import { Workbench } from "./Workbench";

/** A bundled notebook as it was published, until the reader's own copy of it is there. */
export function BundledNotebook({ bundled, prose }: { bundled: Bundled; prose: SetProse }) {
  const [opened] = useState(() => openedBundled(bundled));
  const [place] = useState(() => ({ bundled }));
  return <Workbench opened={opened} prose={prose} place={place} />;
}
