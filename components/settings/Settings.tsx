"use client";

import { useNotebook, useNotebookStore } from "../notebook/store";
import { texts } from "../text";
import { defaultSettings, type SettingName } from "./settings";
import styles from "./settings.module.css";

/** The reader's choices; they hold at once and are remembered in this browser. */
export function Settings() {
  return (
    <div className={styles.settings}>
      {(Object.keys(defaultSettings) as SettingName[]).map((name) => (
        <Switch key={name} name={name} />
      ))}
    </div>
  );
}

function Switch({ name }: { name: SettingName }) {
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const isOn = useNotebook((state) => state.settings[name]);
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => store.getState().setSetting(name, event.target.checked)}
      />
      <span>
        {texts.settingNames[name][language]}
        <small>{texts.settingHints[name][language]}</small>
      </span>
    </label>
  );
}
