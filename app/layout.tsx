import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "katex/dist/katex.min.css";
import "./globals.css";
import { stored } from "../components/notebook/stored";

export const metadata: Metadata = {
  title: "Sporebook",
  description:
    "A notebook that runs in your browser and reproduces MindSpore's network parameters tutorial, digit for digit. " +
    "在浏览器中运行的笔记本，逐位重现 MindSpore 网络参数教程。",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#16181b" },
  ],
};

/** Runs before the first paint, so that neither the wrong language nor the wrong theme is ever seen. */
const findReader = `(() => {
  const root = document.documentElement;
  let saved = {};
  try { saved = localStorage; } catch {}
  const known = (value, all) => all.includes(value) && value;
  const asked = (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  const language = known(saved[${JSON.stringify(stored.language)}], ["zh", "en"]) || asked.find((tag) => tag === "zh" || tag === "en") || "en";
  root.lang = language === "zh" ? "zh-CN" : "en";
  root.dataset.language = language;
  root.dataset.theme = known(saved[${JSON.stringify(stored.theme)}], ["auto", "light", "dark"]) || "auto";
})();`;

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-language="en" data-theme="auto" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: findReader }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
