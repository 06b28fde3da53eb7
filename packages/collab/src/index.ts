export { canonicalText } from './canonical-text.js';
export { editorSchema, isSafeHref, mentionTarget, type MentionTarget } from './editor-schema.js';
export {
  depthLimit,
  documentEdit,
  documentFromJson,
  documentJson,
  documentText,
  fragmentName,
  schemaFault,
  starterClientId,
  type DocumentNode,
  type SchemaFault,
} from './document.js';
export { authoredText } from './authored-text.js';
export { compareTexts, sayingOf, type ComparedTexts } from './compare-texts.js';
export { mendDocument } from './mend.js';
export { restoringEdit, type RestoringEdit } from './restoring-edit.js';
export { TextAuthors, type ReturnedWords } from './text-authors.js';
export { goalText, meetingNotes, starterGoalText, type StarterLocale, type StarterWords } from './starter-texts.js';
