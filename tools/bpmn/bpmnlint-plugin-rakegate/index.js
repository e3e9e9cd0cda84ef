module.exports = {
  configs: {
    recommended: {
      rules: {
        'documented': 'error',
        'named-by-kind': 'error',
        'no-java-class': 'error',
        'no-script': 'error',
        'reads-one-variable': 'error',
        'survives-a-crash': 'error'
      }
    }
  }
};
