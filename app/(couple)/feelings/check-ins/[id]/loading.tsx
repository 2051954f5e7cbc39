import FeelingsLoading from '../../loading';

export default FeelingsLoading;
