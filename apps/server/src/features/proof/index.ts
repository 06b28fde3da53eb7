export { verifyProofs } from './verify-proofs.js';
