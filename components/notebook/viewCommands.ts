import { texts } from "../text";
import { type Command, ofCell } from "./command";
import { selectedIds } from "./selection";

const { commandTitles: title } = texts;

/** What of the cells can be seen. */
export const viewCommands = {
  foldOutput: ofCell({
    title: title.foldOutput,
    keys: { command: ["O"] },
    act: (state) => state.toggleFold(selectedIds(state), "outputs"),
  }),
  foldSource: ofCell({
    title: title.foldSource,
    act: (state) => state.toggleFold(selectedIds(state), "source"),
  }),
  hideAllSources: { title: title.hideAllSources, act: (state) => state.setFold(state.order, "source", true) },
  showAllSources: { title: title.showAllSources, act: (state) => state.setFold(state.order, "source", false) },
  hideAllOutputs: { title: title.hideAllOutputs, act: (state) => state.setFold(state.order, "outputs", true) },
  showAllOutputs: { title: title.showAllOutputs, act: (state) => state.setFold(state.order, "outputs", false) },
  clearOutput: ofCell({
    title: title.clearOutput,
    act: (state) => state.clearOutputs(selectedIds(state)),
  }),
  clearAllOutputs: { title: title.clearAllOutputs, act: (state) => state.clearOutputs(state.order) },
  lineNumbers: {
    title: title.lineNumbers,
    keys: { command: ["Shift+L"] },
    act: (state) => state.setSetting("lineNumbers", !state.settings.lineNumbers),
  },
  contents: {
    title: title.contents,
    keys: { page: ["Mod+Shift+K"] },
    aliases: "outline toc headings 大纲",
    act: (state) => state.togglePanel("contents"),
  },
} as const satisfies { [id: string]: Command };
