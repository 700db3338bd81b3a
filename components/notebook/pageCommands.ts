import { texts } from "../text";
import type { Command } from "./command";
import { saveFile } from "./disk";

const { commandTitles: title } = texts;

/** The page around the cells: its panels, the file, the reader's choices. */
export const pageCommands = {
  palette: {
    title: title.palette,
    keys: { page: ["Mod+Shift+C", "F1"], command: ["P"] },
    act: (state) => state.openPanel("palette"),
  },
  keys: {
    title: title.keys,
    keys: { page: ["Mod+Shift+H"], command: ["H", "Shift+?"] },
    aliases: "help shortcuts 帮助 快捷键",
    act: (state) => state.openPanel("keys"),
  },
  settings: { title: title.settings, keys: { page: ["Mod+,"] }, act: (state) => state.openPanel("settings") },
  save: {
    title: title.save,
    keys: { page: ["Mod+S"] },
    aliases: "download ipynb 下载",
    act: (_, store) => void saveFile(store),
  },
  speakChinese: { title: title.speakChinese, aliases: "language 语言", act: (state) => state.setLanguage("zh") },
  speakEnglish: { title: title.speakEnglish, aliases: "language 语言", act: (state) => state.setLanguage("en") },
  themeAuto: { title: texts.themes.auto, act: (state) => state.setTheme("auto") },
  themeLight: { title: texts.themes.light, act: (state) => state.setTheme("light") },
  themeDark: { title: texts.themes.dark, act: (state) => state.setTheme("dark") },
} as const satisfies { [id: string]: Command };
