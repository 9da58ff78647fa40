// jsdom lays nothing out, so a style sheet has nothing to say in a test.
export default {}
