export { default } from '../(couple)/error';
