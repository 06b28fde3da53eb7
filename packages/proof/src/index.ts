export { bytesToHex, hexToBytes, textHash } from './bytes.js';
export { canonical, digestOf, hashOf, noHead, type Link } from './link.js';
export { ChainCheck, type ChainEntry, type EntryText, type Fault, type Head } from './chain-check.js';
export { proposalOf, revisionFaults, type FrozenRevision, type Proposal } from './revision-check.js';
export { isKept, isSigned, keyIdOf, signedBytes, type Receipt, type Statement } from './receipt.js';
export { FileCheck, journalFormat, type FileHead, type FileLine, type FileReport } from './journal-file.js';
