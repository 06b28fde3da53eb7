/** What the frame lays over the screen when it is asked to. */
export { CaptureSheet } from './capture-sheet';
export { MoreSheet } from './more-sheet';
export { ShortcutList } from './shortcut-list';
