export { canonicalJson } from '../kernel/canonical-json';
