process.env.TEST_SHAPE = 'cluster';
