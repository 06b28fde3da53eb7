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
export { mendDocument } from './mend.js';
export { goalText, meetingNotes, type StarterLocale } from './starter-texts.js';
