"use client";

import { Component, type ReactNode } from "react";

/** What its children cannot draw, it draws as `fallback`: one output never takes the page with it. */
export class Failsafe extends Component<{ fallback: ReactNode; children: ReactNode }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
