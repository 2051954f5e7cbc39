export { default } from '../(couple)/not-found';
