import { dataCommands } from "../data/commands";
import { exportCommands } from "../export/commands";
import { findCommands } from "../find/commands";
import { labCommands } from "../lab/commands";
import { libraryCommands } from "../library/commands";
import { linkCommands } from "../link/commands";
import { networkCommands } from "../network/commands";
import { reproductionCommands } from "../reproduction/commands";
import { sliderCommands } from "../sliders/commands";
import { variableCommands } from "../variables/commands";
import { cellCommands } from "./cellCommands";
import type { Command } from "./command";
import { goCommands } from "./goCommands";
import { cellLanguageCommands } from "./languageSwitch";
import { pageCommands } from "./pageCommands";
import { runCommands } from "./runCommands";
import type { NotebookStore } from "./store";
import { viewCommands } from "./viewCommands";

/**
 * Everything that the reader can do, with its keys: the palette, the help sheet and the keyboard read this table and
 * nothing else. A part of the page with commands of its own writes its rows down beside itself and adds them here.
 */
export const commands = {
  ...runCommands,
  ...goCommands,
  ...cellCommands,
  ...cellLanguageCommands,
  ...viewCommands,
  ...pageCommands,
  ...exportCommands,
  ...dataCommands,
  ...libraryCommands,
  ...linkCommands,
  ...variableCommands,
  ...labCommands,
  ...findCommands,
  ...reproductionCommands,
  ...sliderCommands,
  ...networkCommands,
} as const satisfies { [id: string]: Command };

export type CommandId = keyof typeof commands;

/** Carries a command out; false if it means nothing now. */
export function carryOut(id: CommandId, store: NotebookStore): boolean {
  const command: Command = commands[id];
  const state = store.getState();
  if (command.isAvailable && !command.isAvailable(state)) return false;
  command.act(state, store);
  return true;
}
