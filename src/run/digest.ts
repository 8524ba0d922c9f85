export { digest } from '../kernel/digest';
export { sha256 } from '../kernel/sha256';
