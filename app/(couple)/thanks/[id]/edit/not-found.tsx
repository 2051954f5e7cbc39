import { ThanksNotFound } from '#components/thanks/thanks-not-found';

export default ThanksNotFound;
