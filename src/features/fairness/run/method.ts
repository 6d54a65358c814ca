/**
 * Version of the method: what is collected, the models and the detectors with their defaults. It goes up with every
 * change that could give other figures from the same forms, and stands beside every figure.
 */
export const METHOD = '1';
