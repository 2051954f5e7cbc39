import CoupleNotFound from '../(couple)/not-found';

export default CoupleNotFound;
